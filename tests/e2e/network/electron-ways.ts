/** The ways of Electron itself, past Node and past any page. Brought into main as their text. */
import type Electron from 'electron';

type ElectronModule = typeof Electron;

/** @param host an address; those of `ELECTRON_NAMING_WAYS` are given a name. */
type Attempt = (electron: ElectronModule, host: string) => void;

export const ELECTRON_WAYS: Readonly<Record<string, Attempt>> = {
  'net.fetch': ({ net }, host) => void net.fetch(`http://${host}/`).catch(() => undefined),
  'net.request': ({ net }, host) => {
    net
      .request(`http://${host}/`)
      .on('error', () => undefined)
      .end();
  },
  'session.fetch': ({ BrowserWindow }, host) => {
    for (const one of BrowserWindow.getAllWindows()) {
      void one.webContents.session.fetch(`http://${host}/`).catch(() => undefined);
    }
  },
  'session.preconnect': ({ BrowserWindow, session }, host) => {
    const sessions = BrowserWindow.getAllWindows().map((one) => one.webContents.session);
    for (const one of [session.defaultSession, ...sessions]) {
      one.preconnect({ url: `http://${host}/` });
    }
  },
  'session.downloadURL': ({ BrowserWindow }, host) => {
    for (const one of BrowserWindow.getAllWindows()) {
      one.webContents.session.downloadURL(`http://${host}/x.pdf`);
    }
  },
  'a window that loads it': ({ BrowserWindow }, host) => {
    const [shown] = BrowserWindow.getAllWindows();
    if (!shown) throw new Error('There is no window');
    const { session } = shown.webContents;
    const window = new BrowserWindow({ show: false, webPreferences: { session } });
    void window.loadURL(`http://${host}/`).catch(() => undefined);
  },
  'a window of a session that nobody knows': ({ BrowserWindow }, host) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'unknown' } });
    void window.loadURL(`http://${host}/`).catch(() => undefined);
  },
  'the dictionary of a spell checker': ({ BrowserWindow, session }, host) => {
    const sessions = BrowserWindow.getAllWindows().map((one) => one.webContents.session);
    for (const one of [session.defaultSession, ...sessions]) {
      one.setSpellCheckerDictionaryDownloadURL(`http://${host}/`);
    }
    for (const one of BrowserWindow.getAllWindows()) {
      void one.webContents.executeJavaScript(
        `{
          const field = document.createElement('textarea');
          document.body.append(field);
          field.focus();
          document.execCommand('insertText', false, 'Wordes that are knot right ');
        }`,
      );
    }
  },
};

export const ELECTRON_NAMING_WAYS: Readonly<Record<string, Attempt>> = {
  'session.resolveHost': ({ session }, name) =>
    void session.defaultSession.resolveHost(name).catch(() => undefined),
  'net.resolveHost': ({ net }, name) => void net.resolveHost(name).catch(() => undefined),
};
