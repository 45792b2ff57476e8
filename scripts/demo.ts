/** `npm run demo`: does the main job on the sample reports, without a display, and takes pictures. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';
import { playwrightCommand, runPlaywright } from './testing/run-playwright.ts';
import { withRuntime } from './runtime/with-runtime.ts';
import { say } from './say.ts';

const output = join(projectFolder, 'demo-output');

process.exitCode = await withRuntime({ kind: 'tests' }, async (runtime) => {
  await rm(output, { recursive: true, force: true });
  await mkdir(output);
  // The journey itself is tests/e2e/demo.journey.ts; it puts its pictures into KARTOTEKA_DEMO_OUTPUT.
  const env = { ...runtime.env, KARTOTEKA_DEMO_OUTPUT: output };
  const command = playwrightCommand('demo.config.ts', process.argv.slice(2), env);
  const code = await runPlaywright(command);
  const pictures = (await readdir(output, { recursive: true })).filter((name) =>
    name.endsWith('.png'),
  );
  say(pictures.length === 0 ? 'The demo left no pictures.' : 'The demo left these pictures:');
  for (const name of pictures.sort()) say(`  demo-output/${name}`);
  return pictures.length === 0 ? 1 : code;
});
