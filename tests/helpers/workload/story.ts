/** What the lines of a killed worker allow to be found afterwards. */
import type { WorkerLine } from './worker-protocol.ts';

export interface Story {
  /** Digests: of what was acknowledged last, and of what was under way. */
  readonly allowed: readonly string[];
  readonly passphrases: readonly string[];
  /** Whether the data key may be another one. */
  readonly newKey: boolean;
  /** What was under way when the process died. */
  readonly during: string;
  /** Changes that were acknowledged. */
  readonly acknowledged: number;
}

export function readStory(
  lines: readonly WorkerLine[],
  before: { readonly digest: string; readonly passphrase: string },
): Story {
  let reached = before.digest;
  let digests: readonly string[] = [];
  /** Steps of what is under way that were acknowledged. */
  let steps = 0;
  let { passphrase } = before;
  let nextPassphrase: string | undefined;
  let during = 'opening';
  let acknowledged = 0;
  let newKey = false;
  for (const line of lines) {
    if (line.kind === 'open') during = 'nothing';
    if (line.kind === 'begin') {
      during = line.what;
      digests = line.digests;
      steps = 0;
      nextPassphrase = line.newPassphrase;
      newKey ||= line.what === 'new key';
    }
    // Tried again after a full disk, an import tells its first files once more.
    if (line.kind === 'done' && line.step >= steps) {
      steps = line.step + 1;
      reached = digests[line.step] ?? reached;
      passphrase = nextPassphrase ?? passphrase;
      nextPassphrase = undefined;
      acknowledged += 1;
      if (steps >= digests.length) during = 'nothing';
    }
  }
  const coming = digests[steps];
  return {
    allowed: coming === undefined ? [reached] : [reached, coming],
    passphrases: nextPassphrase === undefined ? [passphrase] : [passphrase, nextPassphrase],
    newKey,
    during,
    acknowledged,
  };
}
