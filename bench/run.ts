/** `npm run bench -- NAME [options]`: runs one benchmark; with `--json` the last line is one JSON object. */
import { benchImport } from './import.ts';
import { benchNames } from './names.ts';
import { benchPalette } from './palette.ts';
import { benchReader } from './reader.ts';
import { benchSearch } from './search.ts';
import { benchVault } from './vault.ts';

const BENCHMARKS: Record<string, (options: readonly string[]) => Promise<object>> = {
  import: benchImport,
  names: benchNames,
  palette: benchPalette,
  reader: benchReader,
  search: benchSearch,
  vault: benchVault,
};

const [name = '', ...options] = process.argv.slice(2);
const benchmark = BENCHMARKS[name];
if (benchmark === undefined) {
  console.error(
    `Usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')} [--pages N] [--set reports|pdfjs] [--core-only] [--json]`,
  );
  process.exitCode = 1;
} else {
  const figures = await benchmark(options);
  console.log(options.includes('--json') ? JSON.stringify(figures) : figures);
}
