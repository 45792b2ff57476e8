import { useEffect } from 'react';
import { setReaderAlone, useView } from '../../stores/view.ts';

/** Esc leaves the reader alone mode, unless something nearer took the key. */
export function useReaderAlone(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (useView.getState().readerAlone) setReaderAlone(false);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
