import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const HEADER = join('include', 'node', 'node_api.h');
const BUILD_RULES = join('include', 'node', 'common.gypi');

/**
 * A prefix (such as /usr) whose include/node holds Node's headers, for node-gyp's --nodedir:
 * the system's, or those beside any Node on the PATH. The Node that npm installed has none.
 */
export function findNodeHeaders(path: string): string | undefined {
  const besideNode = path
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((binary) => existsSync(binary))
    .map((binary) => dirname(dirname(realpathSync(binary))));
  return ['/usr', '/usr/local', ...besideNode].find(
    (prefix) => existsSync(join(prefix, HEADER)) && existsSync(join(prefix, BUILD_RULES)),
  );
}
