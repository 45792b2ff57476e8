/**
 * Takes the network away from Node's side of a process. Imported first by every Node entry, so that no dependency can
 * keep an untouched function. Chromium's side is closed in `lockdown.ts`.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import threads from 'node:worker_threads';

function refuse(): never {
  throw new Error('Kartoteka does not use the network');
}

/** Refuses the functions of a module, or of a class, whose names match. */
export function refuseAll(target: object, names: RegExp): void {
  for (const name of Object.getOwnPropertyNames(target)) {
    if (names.test(name) && typeof Reflect.get(target, name) === 'function') {
      Reflect.set(target, name, refuse);
    }
  }
}

// What http, https, http2, tls and fetch end in.
refuseAll(net.Socket.prototype, /^connect$/);
refuseAll(net.Server.prototype, /^listen$/);
refuseAll(dgram, /^createSocket$/);
refuseAll(dgram.Socket.prototype, /^(bind|connect|send|sendto|addMembership)$/);
for (const module of [dns, dns.promises]) refuseAll(module, /^(lookup|resolve|reverse|Resolver)/);
// Another thread has all of these untouched.
refuseAll(threads, /^Worker$/);
globalThis.fetch = refuse;
Reflect.deleteProperty(globalThis, 'WebSocket');
Reflect.deleteProperty(globalThis, 'EventSource');
// Without it `import { createSocket } from 'node:dgram'` still gives the original.
syncBuiltinESMExports();
