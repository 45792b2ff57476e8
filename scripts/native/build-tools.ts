import { hasCommand } from '../run-command.ts';
import { installCommand, installPackages, mayInstall, updateLists } from '../system/apt.ts';
import { findNodeHeaders } from './node-headers.ts';

/** Commands that node-gyp uses. Each is in the Debian package of the same name. */
const tools = ['g++', 'make', 'python3'];

async function missingPackages(): Promise<string[]> {
  const missing: string[] = [];
  for (const tool of tools) {
    if (!(await hasCommand(tool))) missing.push(tool);
  }
  if (findNodeHeaders(process.env['PATH'] ?? '') === undefined) missing.push('libnode-dev');
  return missing;
}

/**
 * Sees to a compiler, make, Python and Node's headers.
 * @returns the prefix of the headers
 * @throws an error that names the command to run, when they cannot be installed from here
 */
export async function prepareBuildTools(): Promise<string> {
  const missing = await missingPackages();
  if (missing.length > 0) {
    if (!(await mayInstall())) {
      const command = installCommand(missing);
      throw new Error(`To compile SQLite for the fallback Electron, first run:\n  ${command}`);
    }
    await updateLists();
    await installPackages(missing);
  }
  const headers = findNodeHeaders(process.env['PATH'] ?? '');
  if (headers === undefined) throw new Error('The headers of Node were not found.');
  return headers;
}
