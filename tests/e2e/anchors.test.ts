/** Random words of the sample reports, highlighted, stand at the same letters after a restart. The bench does it with more. */
import { expect, test } from '@playwright/test';
import { SeededRandom } from '../helpers/invented-words.ts';
import { makeWorkplace, startApp } from './helpers/app.ts';
import { createLibrary, importSamples, invoke } from './helpers/bridge.ts';
import { unlock } from './helpers/journey.ts';
import {
  highlightAtRandom,
  mistakesOnPage,
  openListed,
  type RandomPassage,
} from './helpers/random-passages.ts';

const SEED = 61_803;
const EACH_PAGE = 10;
const MOST_PAGES = 3;

test('words selected at random are at the same letters after a restart', async () => {
  test.setTimeout(420_000);
  const { home } = await makeWorkplace();
  let app = await startApp(home);
  await createLibrary(app.window);
  await importSamples(app.window);
  const listed = (await invoke(app.window, 'document.list', {})) as {
    value: readonly {
      id: number;
      fileName: string;
      title: string;
      pages: number;
    }[];
  };
  const random = new SeededRandom(SEED);
  const made: RandomPassage[][] = [];
  for (const document of listed.value) {
    const { id, pages } = document;
    if (pages === 0) continue;
    await openListed(app.window, document);
    for (let page = 1; page <= Math.min(pages, MOST_PAGES); page += 1) {
      const place = { documentId: id, page, pages };
      made.push(await highlightAtRandom(app.window, place, EACH_PAGE, random));
    }
  }
  expect(made.flat().length, 'words were there to be selected').toBeGreaterThan(120);

  await app.close();
  app = await startApp(home);
  await unlock(app.window);
  const mistakes: string[] = [];
  let open = 0;
  for (const passages of made) {
    const document = listed.value.find(({ id }) => id === passages[0]?.documentId);
    if (document === undefined) continue;
    if (document.id !== open) {
      await openListed(app.window, document);
      open = document.id;
    }
    for (const mistake of await mistakesOnPage(app.window, passages)) {
      mistakes.push(`${document.fileName}, page ${passages[0]?.page}: ${mistake}`);
    }
  }
  expect(mistakes).toEqual([]);
  await app.close();
});
