import { useEffect, useRef, useState } from 'react';
import type { OpenedLibrary } from '../../../shared/domain/library.ts';
import type { Failure, Outcome } from '../../../shared/failure.ts';
import { registerAction } from '../../actions/registry.ts';
import { call } from '../../api.ts';
import { enterLibrary } from './enter-library.ts';

export type OpeningState = 'idle' | 'opening' | 'stopping';

export interface Opening {
  readonly state: OpeningState;
  /** Opens a library and goes to it; answers why it could not be opened, or null. */
  readonly open: (ask: () => Promise<Outcome<OpenedLibrary>>) => Promise<Failure | null>;
}

/** Opening takes a second or more; whoever presses the lock key meanwhile must not find the library open afterwards. */
export function useOpening(): Opening {
  const [state, setState] = useState<OpeningState>('idle');
  const stopped = useRef(false);
  /** A call, because it changes while the library is being opened. */
  const isStopped = (): boolean => stopped.current;
  useEffect(() => {
    if (state === 'idle') return;
    return registerAction('library.lock', {
      enabled: () => true,
      run() {
        stopped.current = true;
        setState('stopping');
      },
    });
  }, [state]);
  return {
    state,
    async open(ask) {
      stopped.current = false;
      setState('opening');
      const outcome = await ask();
      if (outcome.ok) {
        // The page goes away either way, so the state stays what it is.
        if (isStopped()) await call('session.lock', {});
        else await enterLibrary();
        return null;
      }
      setState('idle');
      return isStopped() ? null : outcome.failure;
    },
  };
}
