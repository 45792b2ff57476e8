import { hasCommand } from '../run-command.ts';
import { installPackages } from '../system/apt.ts';
import { findNodeHeaders } from './node-headers.ts';

const tools = [
  { command: 'g++', packageName: 'g++' },
  { command: 'make', packageName: 'make' },
  { command: 'python3', packageName: 'python3' },
] as const;

async function missingPackages(): Promise<string[]> {
  const missing: string[] = [];
  for (const { command, packageName } of tools) {
    if (!(await hasCommand(command))) missing.push(packageName);
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
    await installPackages(missing, 'To compile SQLite for the fallback Electron, run:');
  }
  const headers = findNodeHeaders(process.env['PATH'] ?? '');
  if (headers === undefined) throw new Error('The headers of Node were not found.');
  return headers;
}
