import { fileURLToPath } from 'node:url';
import { runCommand } from '../run-command.ts';

const script = fileURLToPath(new URL('addon-check.cjs', import.meta.url));

/**
 * Loads the module in another process and writes and reads an encrypted file with it.
 * @param host a Node or an Electron binary; Electron runs as plain Node here, without a window
 */
export async function addonWorks(
  host: string,
  packageFolder: string,
  addon: string,
): Promise<boolean> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' };
  const result = await runCommand(host, [script, packageFolder, addon], { env });
  return result.code === 0;
}
