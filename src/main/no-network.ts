/**
 * Takes the network away from Node's side of a process. Imported first by every Node entry, so that no dependency can
 * keep an untouched function. Chromium's side is closed in `lockdown.ts`.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

function refuse(): never {
  throw new Error('Kartoteka does not use the network');
}

function refuseAll(target: object): void {
  for (const name of Object.keys(target)) {
    const value: unknown = Reflect.get(target, name);
    if (typeof value === 'function' && /^(lookup|resolve|reverse|Resolver)/.test(name)) {
      Reflect.set(target, name, refuse);
    }
  }
}

net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.createSocket = refuse;
refuseAll(dns);
refuseAll(dns.promises);
globalThis.fetch = refuse;
Reflect.deleteProperty(globalThis, 'WebSocket');
Reflect.deleteProperty(globalThis, 'EventSource');
