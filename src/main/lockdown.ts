/**
 * Everything that keeps Chromium from the network, from the disk and from being led elsewhere. The order of the calls
 * in `index.ts` matters: switches and privileges before `ready`, the rest before the first window.
 */
import { app, protocol, session, type Input, type Session, type WebContents } from 'electron';
import { APP_SCHEME } from './protocol.ts';

const DISABLED_FEATURES = [
  'WebRtcHideLocalIpsWithMdns',
  // A page that was left stays in memory, with all its texts, in case one goes back to it.
  'BackForwardCache',
];

/** In memory, without a cache: nothing that a page holds reaches the disk. No `persist:` prefix, ever. */
export function memorySession(name: string): Session {
  return session.fromPartition(name, { cache: false });
}

/** Command-line switches and privileges; before `ready`. */
export function lockDownProcess(): void {
  const { commandLine } = app;
  // With the mDNS feature off and the WebRTC policy below: 0 packets (npm run test:network); any one left out leaks.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  commandLine.appendSwitch('disable-features', DISABLED_FEATURES.join(','));
  commandLine.appendSwitch('disable-blink-features', 'FileSystemAccessLocal');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('disable-http-cache');
  commandLine.appendSwitch('disable-gpu-shader-disk-cache');
  commandLine.appendSwitch('disable-crash-reporter');
  // Nothing is kept that would need the keyring of the desktop, so no entry of ours appears there.
  commandLine.appendSwitch('password-store', 'basic');
  // Mesa keeps a shader cache of its own below the home folder.
  process.env['MESA_SHADER_CACHE_DISABLE'] = 'true';
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.enableSandbox();
  app.on('web-contents-created', (_, contents) => lockDownContents(contents));
  // Also those that nobody thought of.
  app.on('session-created', (created) => void lockDownSession(created));
}

const lockedDown = new WeakMap<Session, Promise<void>>();

/** Refuses permissions, requests, downloads and dictionaries of one session; after `ready`. */
export function lockDownSession(target: Session): Promise<void> {
  const done = lockedDown.get(target) ?? refuseAll(target);
  lockedDown.set(target, done);
  return done;
}

async function refuseAll(target: Session): Promise<void> {
  // An empty list is the only setting that stops the dictionary download (`spellcheck: false` does not).
  target.setSpellCheckerLanguages([]);
  target.setSpellCheckerEnabled(false);
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  target.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  target.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }));
  target.on('will-download', (event) => event.preventDefault());
  await target.setProxy({ mode: 'direct' });
}

function isLocal(url: string): boolean {
  const allowed = [`${APP_SCHEME}:`, 'blob:', 'data:'];
  if (devToolsAllowed()) allowed.push('devtools:');
  return allowed.some((scheme) => url.startsWith(scheme));
}

/** Developer tools exist only in a checkout and only when asked for. */
export function devToolsAllowed(): boolean {
  return !app.isPackaged && process.env['KARTOTEKA_DEVTOOLS'] === '1';
}

/** A page stays where it was loaded and opens nothing. */
function lockDownContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  // Going back is not a navigation that can be refused; there is just nothing to go back to.
  contents.on('did-navigate', () => contents.navigationHistory.clear());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.on('before-input-event', (event, input) => {
    if (asksToPrint(input)) event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** The print spool keeps pages in the clear, so the usual key does nothing. On a layout without Latin letters the place counts. */
function asksToPrint({ control, meta, alt, key, code }: Input): boolean {
  const command = process.platform === 'darwin' ? meta : control;
  const latin = /^[a-z]$/iu.test(key);
  return command && !alt && (latin ? key.toLowerCase() === 'p' : code === 'KeyP');
}
