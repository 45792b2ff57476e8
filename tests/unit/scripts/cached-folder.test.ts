import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachedFolder, cacheFolder } from '../../../scripts/cache-folder.ts';

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'cache-'));
});
afterEach(() => rm(cache, { recursive: true }));

describe('the cache', () => {
  it('is where it was asked for, else where both root and its unprivileged user can read', () => {
    expect(cacheFolder({ KARTOTEKA_CACHE: '/given' }, true)).toBe('/given');
    expect(cacheFolder({ XDG_CACHE_HOME: '/of-root' }, true)).toBe('/var/cache/kartoteka');
    expect(cacheFolder({ XDG_CACHE_HOME: '/of-user' }, false)).toBe('/of-user/kartoteka');
  });
});

describe('a cached folder', () => {
  const fill = (text: string) => (folder: string) => writeFile(join(folder, 'file'), text);
  const content = (folder: string) => readFile(join(folder, 'file'), 'utf8');

  it('is made once', async () => {
    await cachedFolder(cache, 'thing', fill('first'));
    expect(await content(await cachedFolder(cache, 'thing', fill('second')))).toBe('first');
  });

  it('is not there, nor half of it, when making it fails', async () => {
    const failing = async (folder: string): Promise<void> => {
      await fill('half')(folder);
      throw new Error('download broke');
    };
    await expect(cachedFolder(cache, 'thing', failing)).rejects.toThrow('download broke');
    expect(await readdir(cache)).toEqual([]);
  });

  it('survives two runs making it at the same time', async () => {
    const both = ['one', 'two'].map((text) => cachedFolder(cache, 'thing', fill(text)));
    const [one, two] = await Promise.all(both);
    expect(one).toBe(two);
    expect(['one', 'two']).toContain(await content(join(cache, 'thing')));
    expect(await readdir(cache)).toEqual(['thing']);
  });
});
