/** Whom the tests try to reach: addresses set aside for documentation, each behind a link that counts what is sent to it. */
import { readFileSync } from 'node:fs';

/** Host parts of URLs that all lead to one link. */
export interface Target {
  readonly v4: string;
  readonly v6: string;
  readonly link: string;
}

/** As enter-namespace.sh makes them. */
const FIRST = 100;
const LAST = 179;
const NAME_SERVER = 53;
/** Everything that is sent to nobody in particular, such as multicast DNS. */
const UPLINK = 'uplink';

let next = FIRST;
const names = new Map([
  [`to-${NAME_SERVER}`, 'the name server'],
  [UPLINK, 'anybody'],
]);

/** Hands out the next free address, for one thing that is tried. */
export function newTarget(purpose: string): Target {
  if (next > LAST) throw new Error('There are no more links: see enter-namespace.sh');
  const target = targetAt(next);
  names.set(target.link, purpose);
  next += 1;
  return target;
}

function targetAt(number: number): Target {
  return { v4: `192.0.2.${number}`, v6: `[2001:db8::${number}]`, link: `to-${number}` };
}

/** Where questions for names go. */
export const nameServer: Target = targetAt(NAME_SERVER);

/** Where packets go that have no address of ours. */
export const anybody: Pick<Target, 'link'> = { link: UPLINK };

export type PacketCounts = Readonly<Record<string, number>>;

/** Packets sent so far, by link. Not counted: loopback, over which Playwright talks to the app. */
export function packetsSent(): PacketCounts {
  const [, , ...lines] = readFileSync('/proc/self/net/dev', 'utf8').trim().split('\n');
  const counts = lines.map((line) => {
    const [link = '', numbers = ''] = line.split(':');
    // Eight columns of what was received, then what was sent: bytes, packets.
    return [link.trim(), Number(numbers.trim().split(/\s+/u)[9])] as const;
  });
  return Object.fromEntries(counts.filter(([link]) => names.has(link) || link.startsWith('to-')));
}

/** What was sent since, by purpose of the link; empty when nothing was. */
export function packetsSince(before: PacketCounts): PacketCounts {
  const now = packetsSent();
  const more = Object.keys(now).flatMap((link) => {
    const sent = (now[link] ?? 0) - (before[link] ?? 0);
    return sent === 0 ? [] : [[`${link} (${names.get(link) ?? 'unused'})`, sent] as const];
  });
  return Object.fromEntries(more);
}

/** What was sent to one target since. */
export function sentTo({ link }: Pick<Target, 'link'>, before: PacketCounts): number {
  return (packetsSent()[link] ?? 0) - (before[link] ?? 0);
}
