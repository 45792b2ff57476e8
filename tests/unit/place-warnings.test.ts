import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeWarningsAt } from '../../src/core/library/place-warnings.ts';
import { temporaryFolder } from '../helpers/temporary-library.ts';

describe('a place', () => {
  it.each([
    ['C:\\Users\\vera\\OneDrive\\Libraries', 'OneDrive'],
    ['C:\\Users\\vera\\OneDrive - Orvel Bay Watch\\Documents', 'OneDrive'],
    ['/home/vera/Dropbox', 'Dropbox'],
    ['/Users/vera/Library/Mobile Documents/com~apple~CloudDocs/A', 'iCloud'],
    ['/Users/vera/Library/CloudStorage/GoogleDrive-vera@orvel.invalid/My Drive', 'Google Drive'],
    ['/Users/vera/Library/CloudStorage/Koofr-vera/A', 'Koofr'],
    ['/home/vera/Nextcloud/work', 'Nextcloud'],
    ['/home/vera/Яндекс.Диск/A', 'Yandex Disk'],
    ['/home/vera/Yandex.Disk', 'Yandex Disk'],
    ['D:\\MEGAsync', 'MEGA'],
    ['/home/vera/Dropbox (Orvel Bay Watch)/A', 'Dropbox'],
    ['/home/vera/Nextcloud2', 'Nextcloud'],
    ['/home/vera/Sync', 'Syncthing'],
    ['/Users/vera/Library/CloudStorage/Box-Box', 'Box'],
  ])('%s is kept in step by %s', (path, service) => {
    expect(placeWarningsAt(path)).toEqual([{ kind: 'cloud', service }]);
  });

  it.each([
    '\\\\archive\\reports',
    '//archive/reports',
    '/net/archive/reports',
    '/run/user/1000/gvfs/smb-share:server=archive,share=reports',
  ])('%s is on another computer', (path) => {
    expect(placeWarningsAt(path)).toEqual([{ kind: 'network' }]);
  });

  it.each([
    '/home/vera/Documents',
    '/home/vera/Dropboxes of the ministry',
    'C:\\Users\\vera\\AppData\\Roaming\\kartoteka\\libraries',
    '\\\\?\\C:\\Users\\vera',
    '/media/vera/STICK/A',
    '/home/vera/Synchronised swimming',
    '/home/vera/megaphone',
    '/home/vera/mega projects',
    '/home/vera/boxes',
  ])('%s is as good as any', (path) => {
    expect(placeWarningsAt(path)).toEqual([]);
  });

  it('may be both', () => {
    expect(placeWarningsAt('\\\\archive\\homes\\vera\\Dropbox')).toEqual([
      { kind: 'cloud', service: 'Dropbox' },
      { kind: 'network' },
    ]);
  });

  it.each([
    ['.stfolder', 'Syncthing'],
    ['.dropbox.cache', 'Dropbox'],
    ['.sync/ID', 'Resilio Sync'],
  ])('is known by %s in a folder above it, which %s left there', (marker, service) => {
    const kept = temporaryFolder();
    const folder = join(kept, 'Papers', 'Library.kartoteka');
    expect(placeWarningsAt(folder)).toEqual([]);
    mkdirSync(join(kept, marker), { recursive: true });
    expect(placeWarningsAt(folder)).toEqual([{ kind: 'cloud', service }]);
  });

  it('is known through a link', () => {
    const parent = temporaryFolder();
    mkdirSync(join(parent, 'Dropbox'));
    symlinkSync(join(parent, 'Dropbox'), join(parent, 'Papers'));
    expect(placeWarningsAt(join(parent, 'Papers', 'Library.kartoteka'))).toEqual([
      { kind: 'cloud', service: 'Dropbox' },
    ]);
  });
});
