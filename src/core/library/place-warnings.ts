/** What is risky about a place for a library. It is said in words and never refused: the person may have no other place. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlaceWarning } from '../../shared/domain/library.ts';
import { isNetworkPlace } from './network-place.ts';

/** What may follow the name: an account, a team, a number («Dropbox (Office)», «OneDrive - Office», «Nextcloud2»). */
const MORE = String.raw`(?: ?[-–(].*|\d+)?`;

/** Names of folders that a service keeps in step, as its installer makes them; small letters. */
const CLOUD_FOLDERS: readonly (readonly [service: string, names: string])[] = [
  ['OneDrive', 'onedrive'],
  ['Dropbox', 'dropbox'],
  ['iCloud', 'icloud|icloud ?drive|mobile documents|com~apple~clouddocs'],
  ['Google Drive', 'google ?drive|my drive|drivefs'],
  ['Nextcloud', 'nextcloud'],
  ['ownCloud', 'owncloud'],
  ['Yandex Disk', String.raw`yandex[. ]?disk|яндекс[. ]?диск`],
  ['Mail.ru Cloud', String.raw`облако mail\.ru|mail\.ru cloud|cloud mail\.ru`],
  ['MEGA', 'mega|megasync'],
  ['pCloud', 'pcloud|pcloud ?drive|pcloud ?sync'],
  ['Box', 'box|box sync'],
  ['Proton Drive', 'proton ?drive'],
  ['Seafile', 'seafile'],
  ['Syncthing', 'sync|syncthing'],
  ['Resilio Sync', 'resilio sync|btsync'],
  ['Tresorit', 'tresorit|tresorit drive'],
  ['Synology Drive', 'synology ?drive'],
  ['Jottacloud', 'jottacloud'],
  ['Koofr', 'koofr'],
];
const KNOWN_NAMES = CLOUD_FOLDERS.map(
  ([service, names]) => [service, new RegExp(`^(?:${names})${MORE}$`, 'u')] as const,
);

/** What programs leave in the folder they keep in step, whatever it is called. */
const MARKERS: readonly (readonly [service: string, entry: string])[] = [
  ['Syncthing', '.stfolder'],
  ['Dropbox', '.dropbox.cache'],
  ['Nextcloud', '.nextcloudsync.log'],
  ['ownCloud', '.owncloudsync.log'],
  ['Google Drive', '.tmp.driveupload'],
  ['Resilio Sync', join('.sync', 'ID')],
  ['Seafile', '.seafile-data'],
];

/** Where macOS keeps all services of this kind, each in a folder of its own. */
const MAC_CLOUD_STORAGE = 'cloudstorage';

/** `\\server\share`, not `\\?\C:\…`; automounters; what a Linux desktop mounts for its file manager. */
const NETWORK_PATH = /^([\\/]{2}[^\\/?.]|\/(net|afs|nfs)\/|\/run\/user\/\d+\/gvfs\/)/;

/**
 * Looks at the folder and at those it is in, which may be missing yet, and through links. At most one warning of each kind;
 * none for a network drive that Windows has given a letter.
 */
export function placeWarningsAt(folder: string): readonly PlaceWarning[] {
  const there = nearestExisting(folder);
  const places = there === undefined ? [folder] : [folder, realpathSync(there)];
  const service =
    places.map(serviceByName).find((found) => found !== undefined) ??
    (there === undefined ? undefined : serviceByMarker(realpathSync(there)));
  const isElsewhere =
    places.some((place) => NETWORK_PATH.test(place)) ||
    (there !== undefined && isNetworkPlace(there));
  return [
    ...(service === undefined ? [] : [{ kind: 'cloud', service } as const]),
    ...(isElsewhere ? [{ kind: 'network' } as const] : []),
  ];
}

/** @param path absolute, of any system. */
function serviceByName(path: string): string | undefined {
  const folders = path.split(/[\\/]+/);
  for (const [index, folder] of folders.entries()) {
    const name = folder.normalize('NFC').toLowerCase();
    const known = KNOWN_NAMES.find(([, names]) => names.test(name));
    if (known) return known[0];
    const next = folders[index + 1];
    if (name === MAC_CLOUD_STORAGE && next !== undefined) {
      return serviceByName(next) ?? next.split('-', 1)[0];
    }
  }
  return undefined;
}

function serviceByMarker(folder: string): string | undefined {
  for (const place of upwardsFrom(folder)) {
    const found = MARKERS.find(([, entry]) => existsSync(join(place, entry)));
    if (found) return found[0];
  }
  return undefined;
}

function nearestExisting(folder: string): string | undefined {
  return upwardsFrom(folder).find((place) => existsSync(place));
}

/** The folder, the one it is in, and so on. */
function upwardsFrom(folder: string): readonly string[] {
  const places = [folder];
  for (let place = folder; dirname(place) !== place; place = dirname(place)) {
    places.push(dirname(place));
  }
  return places;
}
