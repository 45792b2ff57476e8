import { useEffect, useState } from 'react';

/** Grows when the words of a page come to stand elsewhere: its box changes its shape, or its font has been loaded. */
export function useLayoutVersion(element: HTMLElement): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    const grow = (): void => setVersion((count) => count + 1);
    let ratio = element.clientWidth / element.clientHeight;
    const observer = new ResizeObserver(() => {
      const now = element.clientWidth / element.clientHeight;
      // A page that is only zoomed keeps its shape, and its marks their places.
      if (Math.abs(now - ratio) / ratio < 0.002) return;
      ratio = now;
      grow();
    });
    observer.observe(element);
    // The Cyrillic letters of the font come with the first text that has them: lines seldom break elsewhere then, but words move.
    document.fonts.addEventListener('loadingdone', grow, { signal: ending.signal });
    return () => {
      observer.disconnect();
      ending.abort();
    };
  }, [element]);
  return version;
}
