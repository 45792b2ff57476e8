/** Everything that is tried, each with an address of its own, so that the counters tell which one got out. */
import { ELECTRON_NAMING_WAYS, ELECTRON_WAYS } from './electron-ways.ts';
import { NODE_NAMING_WAYS, NODE_WAYS, PROGRAM_WAYS } from './node-ways.ts';
import { LEAVING_WAYS, NAMING_WAYS, STAYING_WAYS } from './page-ways.ts';
import { nameServer, newTarget, type Target } from './targets.ts';

export interface Attempt<Run> {
  readonly name: string;
  readonly run: Run;
  /** What `run` is given: an address or a name. */
  readonly host: string;
  /** Where its packets would be counted. */
  readonly target: Target;
}

const IPV6_TOO = ['fetch', 'image', 'STUN over UDP', 'http', 'net', 'dgram', 'net.fetch'];

function toAddresses<Run>(who: string, ways: Readonly<Record<string, Run>>): Attempt<Run>[] {
  return Object.entries(ways).flatMap(([name, run]) => {
    const way = `${who}: ${name}`;
    const target = newTarget(way);
    const first = { name: way, run, host: target.v4, target };
    if (!IPV6_TOO.includes(name)) return [first];
    const other = newTarget(`${way}, IPv6`);
    return [first, { name: `${way}, IPv6`, run, host: other.v6, target: other }];
  });
}

/** A name of its own for each: an answer, were there one, would be remembered. */
function toNames<Run>(who: string, ways: Readonly<Record<string, Run>>): Attempt<Run>[] {
  return Object.entries(ways).map(([name, run], index) => ({
    name: `${who}: ${name}`,
    run,
    host: `${who}-${index}.invalid`,
    target: nameServer,
  }));
}

export const STAYING = toAddresses('page', STAYING_WAYS);
export const LEAVING = toAddresses('page', LEAVING_WAYS);
export const NAMING = toNames('page', NAMING_WAYS);
export const OF_NODE = toAddresses('Node', NODE_WAYS);
export const OF_PROGRAMS = toAddresses('Node', PROGRAM_WAYS);
export const OF_NODE_TO_NAMES = toNames('node', NODE_NAMING_WAYS);
export const OF_ELECTRON = toAddresses('Electron', ELECTRON_WAYS);
export const OF_ELECTRON_TO_NAMES = toNames('electron', ELECTRON_NAMING_WAYS);
