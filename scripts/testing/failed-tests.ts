/** A test that failed. */
export interface FailedTest {
  /** File and title. */
  readonly name: string;
  /** The first line of what it said, without colours. */
  readonly why: string;
}

/** The parts of vitest's JSON report that are read here. A file that could not be loaded has a message and no results. */
interface VitestReport {
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

/** The parts of Playwright's JSON report that are read here. */
interface PlaywrightReport extends PlaywrightSuite {
  readonly errors?: readonly { readonly message?: string }[];
}

/** Longer lines are cut: the whole of it stands further up. UTF-16 units. */
const LONGEST_LINE = 300;

const COLOURS = /\u001B\[[0-9;]*m/gu;

function firstLine(message: string | undefined): string {
  const lines = (message ?? '').replace(COLOURS, '').split('\n');
  return (lines.find((line) => line.trim() !== '') ?? '').trim().slice(0, LONGEST_LINE);
}

/** From vitest's JSON report. */
export function vitestFailures(json: string): FailedTest[] {
  const { testResults = [] } = JSON.parse(json) as VitestReport;
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((each) => each.status === 'failed')
      .map((each) => ({
        name: `${name} › ${each.fullName}`,
        why: firstLine(each.failureMessages?.[0]),
      }));
    if (failed.length > 0 || status !== 'failed') return failed;
    return [{ name, why: firstLine(message) }];
  });
}

function suiteFailures(suite: PlaywrightSuite): FailedTest[] {
  const own = (suite.specs ?? []).flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        name: `${file} › ${title}`,
        why: firstLine(results.find(({ error }) => error !== undefined)?.error?.message),
      })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(suiteFailures)];
}

/** From Playwright's JSON report. A test that passed only on a second try has failed. */
export function playwrightFailures(json: string): FailedTest[] {
  const report = JSON.parse(json) as PlaywrightReport;
  const general = (report.errors ?? []).map(({ message }) => ({
    name: 'Playwright',
    why: firstLine(message),
  }));
  return [...general, ...suiteFailures(report)];
}
