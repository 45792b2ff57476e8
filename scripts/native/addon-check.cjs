// Run in a process of its own, because a wrong module crashes instead of throwing:
// node addon-check.cjs <package folder> <module>. Leaves with 0 when an encrypted database works.
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const [packageFolder, nativeBinding] = process.argv.slice(2);
const Database = require(packageFolder);
const folder = mkdtempSync(join(tmpdir(), 'kartoteka-addon-'));
try {
  const path = join(folder, 'check.db');
  const open = () => {
    const database = new Database(path, { nativeBinding });
    database.pragma("cipher='sqlcipher'");
    database.pragma("key='check'");
    return database;
  };
  const first = open();
  first.exec('CREATE TABLE words (word TEXT)');
  first.prepare('INSERT INTO words VALUES (?)').run('plainly');
  first.close();
  const second = open();
  const row = second.prepare('SELECT word FROM words').get();
  second.close();
  if (row.word !== 'plainly') throw new Error('The value read is not the value written.');
  if (readFileSync(path).includes('plainly')) throw new Error('The file is not encrypted.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
