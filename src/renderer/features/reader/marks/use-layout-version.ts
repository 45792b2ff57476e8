import { useEffect, useState } from 'react';

/** Grows when the page's box changes its shape: the words of a text page flow anew then. */
export function useLayoutVersion(element: HTMLElement): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let ratio = element.clientWidth / element.clientHeight;
    const observer = new ResizeObserver(() => {
      const now = element.clientWidth / element.clientHeight;
      // A page that is only zoomed keeps its shape, and its marks their places.
      if (Math.abs(now - ratio) / ratio < 0.002) return;
      ratio = now;
      setVersion((count) => count + 1);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return version;
}
