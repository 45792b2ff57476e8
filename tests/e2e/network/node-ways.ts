/**
 * The ways by which Node could reach a network. Brought into other processes as their text, so they use nothing of this
 * file. The lockdown refuses them at once, by an exception; nothing else is waited for.
 */

type Attempt = (host: string) => unknown;

/** To an address. IPv6 addresses come in brackets, as URLs want them. */
export const NODE_WAYS: Readonly<Record<string, Attempt>> = {
  fetch: (host) => void fetch(`http://${host}/`).catch(() => 0),
  http: (host) =>
    process
      .getBuiltinModule('node:http')
      .get(`http://${host}/`)
      .on('error', () => 0),
  https: (host) =>
    process
      .getBuiltinModule('node:https')
      .get(`https://${host}/`)
      .on('error', () => 0),
  http2: (host) =>
    process
      .getBuiltinModule('node:http2')
      .connect(`http://${host}/`)
      .on('error', () => 0),
  net: (host) =>
    process
      .getBuiltinModule('node:net')
      .connect(80, host.replace(/[[\]]/gu, ''))
      .on('error', () => 0),
  'net by its class': (host) => {
    const { Socket } = process.getBuiltinModule('node:net');
    return new Socket().on('error', () => 0).connect(80, host.replace(/[[\]]/gu, ''));
  },
  tls: (host) =>
    process
      .getBuiltinModule('node:tls')
      .connect(443, host.replace(/[[\]]/gu, ''))
      .on('error', () => 0),
  dgram: (host) => {
    const socket = process
      .getBuiltinModule('node:dgram')
      .createSocket(host.startsWith('[') ? 'udp6' : 'udp4');
    return socket.send('x', 9, host.replace(/[[\]]/gu, ''));
  },
  'dgram by its class': (host) => {
    const { Socket } = process.getBuiltinModule('node:dgram') as unknown as {
      Socket: new (type: string) => { send(text: string, port: number, host: string): void };
    };
    new Socket(host.startsWith('[') ? 'udp6' : 'udp4').send('x', 9, host.replace(/[[\]]/gu, ''));
  },
  'a thread': (host) => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const code = `require('node:http').get('http://${host}/').on('error', () => 0)`;
    return new Worker(code, { eval: true });
  },
};

/** Starting something that has a network; main may, the library process not. */
export const PROGRAM_WAYS: Readonly<Record<string, Attempt>> = {
  'another program': (host) => {
    const { spawn } = process.getBuiltinModule('node:child_process');
    const connect = `exec 3<>/dev/tcp/${host.replace(/[[\]]/gu, '')}/80`;
    return spawn('timeout', ['5', 'bash', '-c', connect], { stdio: 'ignore' });
  },
};

/** To the name server. */
export const NODE_NAMING_WAYS: Readonly<Record<string, Attempt>> = {
  'dns.lookup': (name) => process.getBuiltinModule('node:dns').lookup(name, () => 0),
  'dns.resolve': (name) => process.getBuiltinModule('node:dns').resolve4(name, () => 0),
  'a resolver': (name) => {
    const { Resolver } = process.getBuiltinModule('node:dns');
    return new Resolver().resolve4(name, () => 0);
  },
  'a promised lookup': (name) => {
    const { lookup } = process.getBuiltinModule('node:dns/promises');
    void lookup(name).catch(() => 0);
  },
  'a promised resolver': (name) => {
    const { Resolver } = process.getBuiltinModule('node:dns/promises');
    void new Resolver().resolve4(name).catch(() => 0);
  },
};
