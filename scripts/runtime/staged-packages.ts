import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The packages that built code names in quotes, as `import … from 'name'` or `require("name/part")`. */
export function packagesNamedIn(code: string, packages: readonly string[]): string[] {
  return packages.filter((name) =>
    ['"', "'", '`'].some(
      (quote) => code.includes(quote + name + quote) || code.includes(`${quote}${name}/`),
    ),
  );
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

async function builtCode(outFolder: string): Promise<string> {
  const files = (await readdir(outFolder, { recursive: true })).filter((name) =>
    /\.[cm]?js$/.test(name),
  );
  const texts = await Promise.all(files.map((name) => readFile(join(outFolder, name), 'utf8')));
  return texts.join('\n');
}

/** Where Node finds `name` from `folder`: in the nearest node_modules that has it. */
function findPackage(name: string, folder: string, root: string): string | undefined {
  for (let at = folder; at.startsWith(root); at = dirname(at)) {
    const place = join(at, 'node_modules', name);
    if (existsSync(join(place, 'package.json'))) return place;
  }
  return undefined;
}

/**
 * The package folders that the built app needs at run time: those of package.json's dependencies
 * that out/main names, and what these depend on in turn.
 */
export async function runtimePackages(project: string): Promise<string[]> {
  const declared = Object.keys((await readManifest(project)).dependencies ?? {});
  const queue = packagesNamedIn(await builtCode(join(project, 'out', 'main')), declared).map(
    (name) => ({
      name,
      from: project,
    }),
  );
  const found = new Set<string>();
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const folder = findPackage(next.name, next.from, project);
    if (folder === undefined || found.has(folder)) continue;
    found.add(folder);
    const needs = Object.keys((await readManifest(folder)).dependencies ?? {});
    queue.push(...needs.map((name) => ({ name, from: folder })));
  }
  return [...found].sort();
}
