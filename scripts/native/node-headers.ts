import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

const HEADER = join('include', 'node', 'node_api.h');
const BUILD_RULES = join('include', 'node', 'common.gypi');

/** The package in which npm's `node` package brings this platform's Node, headers included. */
function packagedNode(): string[] {
  const ours = createRequire(import.meta.url);
  try {
    const fromNode = createRequire(ours.resolve('node/package.json'));
    return [dirname(fromNode.resolve(`node-${process.platform}-${process.arch}/package.json`))];
  } catch {
    return [];
  }
}

/**
 * A prefix (such as /usr) whose include/node holds Node's headers, for node-gyp's --nodedir: our
 * own Node's, the system's, or those beside any Node on the PATH.
 */
export function findNodeHeaders(path: string): string | undefined {
  const besideNode = path
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((binary) => existsSync(binary))
    .map((binary) => dirname(dirname(realpathSync(binary))));
  return [...packagedNode(), '/usr', '/usr/local', ...besideNode].find(
    (prefix) => existsSync(join(prefix, HEADER)) && existsSync(join(prefix, BUILD_RULES)),
  );
}
