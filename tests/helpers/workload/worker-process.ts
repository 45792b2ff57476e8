/** A worker in a process of its own, started before it is needed, and the moment at which it dies. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SeededRandom } from '../invented-words.ts';
import type { WorkerLine, WorkerTask } from './worker-protocol.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** So many milliseconds after the library is being opened, after it is open, or after so many changes were begun. */
export interface KillPlan {
  readonly after: 'opening' | 'open' | number;
  readonly milliseconds: number;
}

export interface WorkersEnd {
  readonly lines: readonly WorkerLine[];
  /** Empty unless something went wrong that was not the killing. */
  readonly errors: string;
}

export function drawPlan(random: SeededRandom): KillPlan {
  const chance = random.below(10);
  if (chance < 2) return { after: 'opening', milliseconds: random.below(100) };
  if (chance < 4) return { after: 'open', milliseconds: random.below(300) };
  return { after: 1 + random.below(10), milliseconds: random.below(5) };
}

export class WorkerProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #gone: Promise<unknown>;
  readonly #lines: WorkerLine[] = [];
  #rest = '';
  #errors = '';
  #begun = 0;
  #plan: KillPlan | undefined;
  #listen: (line: WorkerLine) => void = () => undefined;

  /** @param cache folder in which workers leave the compiled program for each other: loading it takes longest */
  constructor(cache: string) {
    this.#child = spawn(process.execPath, [WORKER], {
      stdio: 'pipe',
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    this.#gone = once(this.#child, 'close');
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#errors += text));
    // It may be gone before it has read its task.
    this.#child.stdin.on('error', () => undefined);
  }

  /**
   * @param plan null lets it come to its end
   * @param listen hears every line as it comes
   */
  async work(
    task: WorkerTask,
    plan: KillPlan | null,
    listen: (line: WorkerLine) => void = () => undefined,
  ): Promise<WorkersEnd> {
    this.#plan = plan ?? undefined;
    this.#listen = listen;
    this.#child.stdin.write(`${JSON.stringify(task)}\n`);
    await this.#gone;
    return { lines: this.#lines, errors: this.#errors };
  }

  /** Answers «full». */
  goOn(): void {
    this.#child.stdin.write('\n');
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  /** What is cut off by the killing was never said. */
  #hear(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const said = JSON.parse(line) as WorkerLine;
      this.#lines.push(said);
      this.#listen(said);
      if (said.kind === 'begin') this.#begun += 1;
      if (this.#isTimeToDie(said)) {
        setTimeout(() => this.#child.kill('SIGKILL'), this.#plan?.milliseconds);
      }
    }
  }

  #isTimeToDie({ kind }: WorkerLine): boolean {
    switch (this.#plan?.after) {
      case undefined:
        return false;
      case 'opening':
        return kind === 'opening';
      case 'open':
        return kind === 'open';
      default:
        return kind === 'begin' && this.#begun === this.#plan?.after;
    }
  }
}
