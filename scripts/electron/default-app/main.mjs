// Goes into the fallback Electron as resources/default_app.asar and does what the official one
// does: start the app folder named on the command line. The top-level await is what makes Electron
// hold back `ready` until the app's own main has registered its schemes and its sandbox.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const argument = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (argument === undefined) {
  process.stderr.write('Name the folder of the app to start.\n');
  app.exit(1);
} else {
  const folder = resolve(argument);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version ?? '0.0.0');
  app.setAppPath(folder);
  await import(pathToFileURL(join(folder, manifest.main ?? 'index.js')).href);
}
