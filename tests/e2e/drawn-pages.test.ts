/** The picture of a page comes from a cage, its words from another answer of it: both must lie at the same place. */
import { expect, test, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makeWorkplace, startApp } from './helpers/app.ts';
import { createLibrary, importPaths } from './helpers/bridge.ts';
import { documentRows, reader } from './helpers/journey.ts';

const TURNS = [0, 90, 180, 270];
const WINDOW = { width: 1280, height: 800 };

for (const ratio of [1, 2]) {
  test(`words lie over their picture, turned and at every size, with ${ratio} dots to the pixel`, async () => {
    test.setTimeout(120_000);
    const { home, files } = await makeWorkplace();
    const path = join(files, 'turned.pdf');
    await writeFile(path, await makeTurnedPdf());
    await handToApp(path);
    const app = await startApp(home, WINDOW, [`--force-device-scale-factor=${ratio}`]);
    const { window } = app;
    await createLibrary(window);
    await importPaths(window, [path]);
    await documentRows(window).first().click();
    expect(await window.evaluate(() => devicePixelRatio)).toBe(ratio);

    for (const steps of [0, -4, 9]) {
      await zoom(window, steps);
      for (const page of TURNS.keys()) {
        await reader(window)
          .getByRole('textbox', { name: 'Go to page' })
          .fill(String(page + 1));
        await window.keyboard.press('Enter');
        await expect(
          async () => {
            const { dots, inWords, besideWords } = await compare(window, page + 1);
            expect(dots, 'dots of the picture to a pixel of the page').toBeCloseTo(ratio, 1);
            expect(inWords, 'share of the ink below the words').toBeGreaterThan(0.97);
            expect(besideWords, 'the same, had the words been moved').toBeLessThan(0.7);
          },
          `page ${page + 1}, ${steps} steps of zoom`,
        ).toPass({ timeout: 20_000 });
      }
      await zoom(window, -steps);
    }
    await app.close();
  });
}

/** The same lines on each page, which is shown turned. */
async function makeTurnedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (const turn of TURNS) {
    const page = pdf.addPage([400, 500]);
    for (const [line, y] of [450, 380, 310, 240, 170, 100].entries()) {
      const text = `The ferry left pier ${line} at dawn.`;
      page.drawText(text, { x: 40 + line * 10, y, size: 14 + line, font });
    }
    page.setRotation(degrees(turn));
  }
  return pdf.save();
}

async function zoom(window: Page, steps: number): Promise<void> {
  const name = steps > 0 ? 'Zoom in' : 'Zoom out';
  for (let step = 0; step < Math.abs(steps); step += 1) {
    await reader(window).getByRole('button', { name }).click();
  }
}

interface Comparison {
  /** Of the picture, to a CSS pixel. */
  readonly dots: number;
  /** Shares of the dark dots that lie in the boxes of the words, and in those boxes moved by their height. */
  readonly inWords: number;
  readonly besideWords: number;
}

/** Looks at the finest picture of a page: the whole page, or, at large sizes, the part in sight. */
function compare(window: Page, page: number): Promise<Comparison> {
  return reader(window)
    .locator(`.page[data-page-number="${page}"]`)
    .evaluate((element) => {
      const canvas = [...element.querySelectorAll('canvas')].at(-1)!;
      const { width, height } = canvas;
      const place = canvas.getBoundingClientRect();
      const dots = width / place.width;
      const copy = new OffscreenCanvas(width, height).getContext('2d')!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      const boxes = [...element.querySelectorAll('.textLayer span')].map((span) =>
        span.getBoundingClientRect(),
      );
      const share = (moved: number): number => {
        const covered = new Uint8Array(width * height);
        for (const box of boxes) {
          const by = moved * Math.min(box.width, box.height);
          const left = Math.max(0, Math.floor((box.left - place.left + by) * dots));
          const right = Math.min(width, Math.ceil((box.right - place.left + by) * dots));
          const top = Math.max(0, Math.floor((box.top - place.top + by) * dots));
          const bottom = Math.min(height, Math.ceil((box.bottom - place.top + by) * dots));
          for (let y = top; y < bottom; y += 1) {
            if (right > left) covered.fill(1, y * width + left, y * width + right);
          }
        }
        let dark = 0;
        let inside = 0;
        for (const [at, is] of covered.entries()) {
          if (data[at * 4 + 3] === 0 || data[at * 4]! > 128) continue;
          dark += 1;
          inside += is;
        }
        return inside / dark;
      };
      return { dots, inWords: share(0), besideWords: share(1) };
    });
}
