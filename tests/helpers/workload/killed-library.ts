/** A library whose process is killed again and again, and what is looked at each time. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import { createLibrary } from '../../../src/core/library/library.ts';
import { verifyLibrary } from '../../../src/core/library/verify-library.ts';
import { openSearchIndex } from '../../../src/core/search/open-search-index.ts';
import { failureOf } from '../../../src/shared/failure.ts';
import { makePdf } from '../../fixtures/import/make-pdf.ts';
import { InventedWords, SeededRandom } from '../invented-words.ts';
import type { SmallDisk } from '../mounted-disk.ts';
import { dataKeyOf, openWithKey } from './open-with-key.ts';
import { personDigest } from './person-digest.ts';
import { readStory, type Story } from './story.ts';
import { drawPlan, WorkerProcess, type KillPlan } from './worker-process.ts';
import type { WorkerLine, WorkerTask } from './worker-protocol.ts';

const PASSPHRASE = 'lantern orchard velvet nine';
const TEXTS = 40;
const PDFS = 4;

/** What a round came to. */
export interface Round {
  readonly during: string;
  readonly acknowledged: number;
  /** How often something had to be tried again because the disk was full. */
  readonly full: number;
  /** Words for whoever reads the failed test. */
  readonly problems: readonly string[];
}

interface Known {
  readonly digest: string;
  readonly passphrase: string;
  /** Hexadecimal. */
  readonly dataKey: string;
}

export class KilledLibrary {
  readonly #parent: string;
  readonly #folder: string;
  readonly #files: readonly string[];
  readonly #random: SeededRandom;
  #known: Known;
  #worker: WorkerProcess;

  /**
   * @param parent an empty folder for files, twins and copies
   * @param place where the library is to be; may be on another disk
   */
  static async create(parent: string, seed: number, place = parent): Promise<KilledLibrary> {
    const folder = join(place, 'Test.kartoteka');
    const { library } = await createLibrary(folder, 'Test', PASSPHRASE, ARGON_FLOOR);
    const digest = personDigest(library.database);
    library.close();
    const dataKey = await dataKeyOf(folder, PASSPHRASE);
    const files = await makeFiles(join(parent, 'files'), seed);
    const known = { digest, dataKey, passphrase: PASSPHRASE };
    return new KilledLibrary(parent, folder, files, seed, known);
  }

  private constructor(
    parent: string,
    folder: string,
    files: readonly string[],
    seed: number,
    known: Known,
  ) {
    this.#parent = parent;
    this.#folder = folder;
    this.#files = files;
    this.#random = new SeededRandom(seed);
    this.#known = known;
    this.#worker = this.#startWorker();
  }

  #startWorker(): WorkerProcess {
    return new WorkerProcess(join(this.#parent, 'compiled'));
  }

  /**
   * Lets a worker work and kills it; looks at a copy, so that the next worker finds what was left.
   * @param disk is filled and emptied again meanwhile
   */
  round(disk?: SmallDisk): Promise<Round> {
    return this.#letWork(null, drawPlan(this.#random), disk);
  }

  /** Lets a last worker finish what was begun, and come to its end. */
  end(): Promise<Round> {
    return this.#letWork(5, null);
  }

  dispose(): Promise<void> {
    return this.#worker.stop();
  }

  async #letWork(changes: number | null, plan: KillPlan | null, disk?: SmallDisk): Promise<Round> {
    const worker = this.#worker;
    const task = this.#newTask(changes);
    const { lines, errors } = await worker.work(task, plan, (line) => {
      if (disk) this.#playWith(disk, line, worker);
    });
    disk?.free();
    // Awake by the time it is needed.
    this.#worker = this.#startWorker();
    const story = readStory(lines, this.#known);
    const problems = lines.flatMap((line) =>
      line.kind === 'astray' ? [`not like its twin: ${line.what}`] : [],
    );
    if (errors !== '') problems.push(errors);
    problems.push(...exportProblems(lines, task));
    problems.push(...(await this.#inspect(story)));
    const { during, acknowledged } = story;
    const full = lines.filter(({ kind }) => kind === 'full').length;
    return { during, acknowledged, full, problems };
  }

  #newTask(changes: number | null): WorkerTask {
    const { dataKey, passphrase } = this.#known;
    return {
      folder: this.#folder,
      twin: this.#copy('twin'),
      dataKey,
      passphrase,
      seed: 1 + this.#random.below(2 ** 30),
      files: this.#files,
      exports: emptyFolder(join(this.#parent, 'exports')),
      twinExports: emptyFolder(join(this.#parent, 'twin-exports')),
      changes,
    };
  }

  /** Takes nearly all room in the middle of something, and gives it back when it was missed. */
  #playWith(disk: SmallDisk, { kind }: WorkerLine, worker: WorkerProcess): void {
    if (kind === 'full') {
      disk.free();
      worker.goOn();
    } else if (kind === 'begin' && this.#random.below(4) === 0) {
      disk.fill(this.#random.below(200_000));
    }
  }

  async #inspect(story: Story): Promise<string[]> {
    const copy = this.#copy('copy');
    try {
      const key = await this.#keyOf(copy, story);
      const library = openWithKey(copy, key.dataKey);
      try {
        const { problems } = verifyLibrary(library, openSearchIndex(library.database));
        const digest = personDigest(library.database);
        this.#known = { ...key, digest };
        const words = problems.map((problem) => JSON.stringify(problem));
        if (!story.allowed.includes(digest))
          words.push('a change that was acknowledged is not there');
        return words;
      } finally {
        library.close();
      }
    } catch (error) {
      return [`cannot be opened: ${JSON.stringify(failureOf(error))}`];
    }
  }

  async #keyOf(folder: string, story: Story): Promise<Omit<Known, 'digest'>> {
    const [passphrase = '', next] = story.passphrases;
    if (!story.newKey && next === undefined && passphrase === this.#known.passphrase) {
      return this.#known;
    }
    try {
      return { passphrase, dataKey: await dataKeyOf(folder, passphrase) };
    } catch (error) {
      if (next === undefined) throw error;
      return { passphrase: next, dataKey: await dataKeyOf(folder, next) };
    }
  }

  #copy(name: string): string {
    const copy = join(this.#parent, `${name}.kartoteka`);
    rmSync(copy, { recursive: true, force: true });
    cpSync(this.#folder, copy, { recursive: true });
    return copy;
  }
}

function emptyFolder(path: string): string {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  return path;
}

/** What was reported as exported is there; what is there is whole. Unfinished files have other names. */
function exportProblems(
  lines: readonly WorkerLine[],
  { exports, twinExports }: WorkerTask,
): string[] {
  const expected = new Set(readdirSync(twinExports));
  const found = readdirSync(exports).filter((name) => expected.has(name));
  const missing = lines.flatMap((line) =>
    line.kind === 'exported' && !found.includes(line.name) ? ['an exported file is not there'] : [],
  );
  const broken = found.filter(
    (name) => !readFileSync(join(exports, name)).equals(readFileSync(join(twinExports, name))),
  );
  return [...missing, ...broken.map(() => 'an exported file is not whole')];
}

/** Texts of some pages, some of them twice, one that is none, and some PDFs. */
async function makeFiles(folder: string, seed: number): Promise<string[]> {
  const words = new InventedWords(seed, 300);
  mkdirSync(folder);
  const files: string[] = [];
  const add = (name: string, content: string | Uint8Array): void => {
    files.push(join(folder, name));
    writeFileSync(join(folder, name), content);
  };
  for (let text = 0; text < TEXTS; text += 1) {
    const content = words.text(words.language(), 40 + words.random.below(500));
    add(`${text}.txt`, content);
    if (text % 10 === 0) add(`${text} again.txt`, content);
  }
  add('empty.txt', '');
  for (let pdf = 0; pdf < PDFS; pdf += 1) {
    const pages = Array.from({ length: 3 }, () => words.text('latin', 12));
    add(`${pdf}.pdf`, await makePdf({ pages, title: words.text('latin', 3) }));
  }
  return files;
}
