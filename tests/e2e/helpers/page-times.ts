/** Times of the reader's pages, measured in its own window. */
import type { Page } from '@playwright/test';

export interface Frames {
  /** Milliseconds. */
  readonly longest: number;
  /** The longest time that scripts of ours took in one frame. */
  readonly longestScript: number;
  readonly over100: number;
  readonly frames: number;
  /** The scripts that took longest: what called them, their name, milliseconds. */
  readonly slowest: readonly string[];
}

/** The next click or Enter begins the measurement, a picture of the page on the screen ends it. */
export function awaitPainted(window: Page, by: 'click' | 'keydown', page: number): Promise<void> {
  return window.evaluate(
    ([name, number]) => {
      const measured = { ms: 0 };
      Object.assign(globalThis, { measured });
      const begin = (event: Event): void => {
        if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
        removeEventListener(name, begin, true);
        const look = (): void => {
          const canvas = document.querySelector(
            `[data-pane] .page[data-page-number="${number}"] .canvasWrapper canvas`,
          );
          if (canvas === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => (measured.ms = performance.now() - event.timeStamp));
        };
        look();
      };
      addEventListener(name, begin, true);
    },
    [by, page] as const,
  );
}

/** Milliseconds, as soon as they are known. */
export async function paintedAfter(window: Page): Promise<number> {
  const ms = await window.waitForFunction(
    () => (globalThis as unknown as { measured: { ms: number } }).measured.ms,
  );
  return ms.jsonValue();
}

/** Scrolls so many heights of a page, a part in each frame, and tells of the frames that took long. */
export function scrollPages(window: Page, scroller: string, pages: number): Promise<Frames> {
  return window.evaluate(
    async ([selector, count]) => {
      const element = document.querySelector(selector);
      const height = element?.querySelector('.page')?.clientHeight ?? 0;
      if (element === null || height === 0) throw new Error('nothing to scroll');
      interface ScriptTiming extends PerformanceEntry {
        readonly invoker: string;
        readonly sourceFunctionName: string;
      }
      interface LongFrame extends PerformanceEntry {
        readonly scripts: readonly PerformanceEntry[];
      }
      const long: LongFrame[] = [];
      const observer = new PerformanceObserver((list) =>
        long.push(...(list.getEntries() as LongFrame[])),
      );
      observer.observe({ type: 'long-animation-frame' });
      const end = element.scrollTop + count * height;
      let frames = 0;
      while (element.scrollTop < end - height) {
        const before = element.scrollTop;
        element.scrollTop += height / 4;
        await new Promise(requestAnimationFrame);
        frames += 1;
        if (element.scrollTop === before) break;
      }
      for (let rest = 0; rest < 20; rest += 1) await new Promise(requestAnimationFrame);
      observer.disconnect();
      const scriptsOf = ({ scripts }: LongFrame): number =>
        scripts.reduce((sum, { duration }) => sum + duration, 0);
      return {
        frames,
        longest: Math.max(0, ...long.map(({ duration }) => duration)),
        longestScript: Math.max(0, ...long.map(scriptsOf)),
        over100: long.filter((frame) => scriptsOf(frame) > 100).length,
        slowest: long
          .flatMap(({ scripts }) => scripts)
          .toSorted((a, b) => b.duration - a.duration)
          .slice(0, 5)
          .map((script) => {
            const { invoker, sourceFunctionName, duration } = script as ScriptTiming;
            return `${invoker} ${sourceFunctionName} ${Math.round(duration)}`;
          }),
      };
    },
    [scroller, pages] as const,
  );
}
