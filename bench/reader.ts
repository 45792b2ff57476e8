/** The reader in the real program: `npm run bench -- reader`. `--only NAME` measures one part. */
import { benchAnchors, benchMarks } from './reader/marks.ts';
import { benchPages } from './reader/pages.ts';

const PARTS: Readonly<Record<string, () => Promise<object | null>>> = {
  pages: benchPages,
  passages: benchMarks,
  anchors: benchAnchors,
};

export async function benchReader(options: readonly string[]): Promise<object> {
  const at = options.indexOf('--only');
  const only = at < 0 ? undefined : options[at + 1];
  const figures: Record<string, object | null> = {};
  for (const [name, measure] of Object.entries(PARTS)) {
    if (only === undefined || only === name) figures[name] = await measure();
  }
  return figures;
}
