/** Starts pdf.js' viewer in a window of its own, in the same Electron. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { copyFile, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../../scripts/project-folder.ts';
import { preparedRuntime } from '../../../scripts/runtime/prepared-runtime.ts';
import { handToApp, makeScratchFolder } from '../../../scripts/runtime/scratch-folder.ts';
import { inheritedEnvironment } from './app.ts';

export interface BareViewer {
  readonly electron: ElectronApplication;
  readonly window: Page;
}

/** @param size of the scrolling element, CSS pixels. */
export async function startBareViewer(
  pdf: string,
  size: { width: number; height: number },
): Promise<BareViewer> {
  const folder = join(await makeScratchFolder(), 'bare-viewer');
  const package_ = join(projectFolder, 'node_modules', 'pdfjs-dist');
  await cp(join(import.meta.dirname, '..', 'bare-viewer'), folder, { recursive: true });
  for (const part of ['cmaps', 'standard_fonts', 'wasm']) {
    await cp(join(package_, part), join(folder, 'pdfjs', part), { recursive: true });
  }
  for (const file of [
    'build/pdf.mjs',
    'build/pdf.worker.mjs',
    'web/pdf_viewer.mjs',
    'web/pdf_viewer.css',
  ]) {
    await mkdir(join(folder, 'pdfjs', file, '..'), { recursive: true });
    await copyFile(join(package_, 'legacy', file), join(folder, 'pdfjs', file));
  }
  await copyFile(pdf, join(folder, 'file.pdf'));
  await handToApp(folder);
  const electron = await _electron.launch({
    executablePath: preparedRuntime().executablePath,
    chromiumSandbox: true,
    args: [folder],
    env: inheritedEnvironment(),
  });
  const window = await electron.firstWindow();
  await window.locator('#container').evaluate((container, { width, height }) => {
    Object.assign(container.style, { width: `${width}px`, height: `${height}px` });
  }, size);
  return { electron, window };
}
