/** Asks a page for everything that a browser asks a person for. */

/** Names of `navigator.permissions`. */
export const PERMISSIONS = [
  'accelerometer',
  'background-fetch',
  'background-sync',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'keyboard-lock',
  'local-fonts',
  'local-network-access',
  'magnetometer',
  'microphone',
  'midi',
  'nfc',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointer-lock',
  'push',
  'screen-wake-lock',
  'speaker-selection',
  'storage-access',
  'window-management',
] as const;

/** Brought into pages as its text. A name that this Chromium does not know counts as refused. */
export async function tryPermissions(names: readonly string[]): Promise<Record<string, string>> {
  type Loose = Record<string, Record<string, (options?: unknown) => Promise<unknown>> | undefined>;
  const { hid, serial, usb, bluetooth, wakeLock, keyboard } = navigator as unknown as Loose;
  const loose = globalThis as unknown as Record<
    string,
    ((o?: unknown) => Promise<unknown>) | undefined
  >;
  const missing = (): Promise<never> => Promise.reject(new Error('missing'));
  const asks: Record<string, () => Promise<unknown>> = {
    position: () =>
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    notification: async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
    },
    sound: () => navigator.mediaDevices.getUserMedia({ audio: true }),
    picture: () => navigator.mediaDevices.getUserMedia({ video: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
    instruments: () => navigator.requestMIDIAccess({ sysex: true }),
    reading: () => navigator.clipboard.readText(),
    writing: () => navigator.clipboard.writeText('x'),
    storage: async () => {
      if (!(await navigator.storage.persist())) throw new Error('denied');
    },
    usb: () => usb?.['requestDevice']?.({ filters: [] }) ?? missing(),
    hid: async () => {
      const devices = await (hid?.['requestDevice']?.({ filters: [] }) ?? missing());
      if ((devices as unknown[]).length === 0) throw new Error('none');
    },
    serial: () => serial?.['requestPort']?.() ?? missing(),
    bluetooth: () => bluetooth?.['requestDevice']?.({ acceptAllDevices: true }) ?? missing(),
    awake: () => wakeLock?.['request']?.('screen') ?? missing(),
    keyboard: () => keyboard?.['lock']?.() ?? missing(),
    fonts: async () => {
      const fonts = await (loose['queryLocalFonts']?.() ?? missing());
      if ((fonts as unknown[]).length === 0) throw new Error('none');
    },
    screens: () => loose['getScreenDetails']?.() ?? missing(),
    worker: () => navigator.serviceWorker.register('/worker.js'),
  };
  const outcomes: Record<string, string> = {};
  for (const name of names) {
    const state = await navigator.permissions.query({ name: name as PermissionName }).then(
      ({ state }) => state,
      () => 'denied',
    );
    outcomes[name] = state === 'denied' ? 'refused' : state;
  }
  for (const [name, ask] of Object.entries(asks)) {
    outcomes[`asked: ${name}`] = await Promise.resolve()
      .then(ask)
      .then(
        () => 'granted',
        () => 'refused',
      );
  }
  return outcomes;
}
