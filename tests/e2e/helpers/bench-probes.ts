/** Probes of the real program while a benchmark runs. */
import type { AppBatch } from '../../../bench/import/app-batch.ts';
import type { RunningApp } from './app.ts';

const RESOLUTION_MS = 10;
const LOOK_MS = 200;

interface Delays {
  percentile(share: number): number;
  readonly max: number;
  disable(): void;
}

/** From now on main measures by itself how late its event loop is. */
export async function startMainDelays({ electron }: RunningApp): Promise<void> {
  await electron.evaluate((_, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delays = monitorEventLoopDelay({ resolution });
    delays.enable();
    Object.assign(globalThis, { benchDelays: delays });
  }, RESOLUTION_MS);
}

/** Milliseconds, the resolution among them. */
export function stopMainDelays({ electron }: RunningApp): Promise<AppBatch['mainMs']> {
  return electron.evaluate(() => {
    const { benchDelays } = globalThis as unknown as { benchDelays: Delays };
    benchDelays.disable();
    return { p99: benchDelays.percentile(99) / 1e6, max: benchDelays.max / 1e6 };
  });
}

interface Peak {
  most: number;
  readonly timer: NodeJS.Timeout;
}

/** From now on main looks how much memory the library process and the extractor have. */
export async function startPeak({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ app, BrowserWindow }, every) => {
    const look = (): void => {
      const extractor = BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().startsWith('app://extractor'))
        ?.webContents.getOSProcessId();
      const kilobytes = app
        .getAppMetrics()
        .filter(({ name, pid }) => name === 'Kartoteka library' || pid === extractor)
        .reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
      peak.most = Math.max(peak.most, kilobytes * 1024);
    };
    const peak: Peak = { most: 0, timer: setInterval(look, every) };
    Object.assign(globalThis, { benchPeak: peak });
  }, LOOK_MS);
}

/** The most that both had at once, in MB; what they share is counted twice. */
export function stopPeak({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(() => {
    const { benchPeak } = globalThis as unknown as { benchPeak: Peak };
    clearInterval(benchPeak.timer);
    return benchPeak.most / 1e6;
  });
}
