import { useEffect, useState } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import type { SessionState } from '../../../shared/domain/library.ts';
import { call } from '../../api.ts';
import { showFailure } from '../../stores/notices.ts';
import { enterLibrary } from './enter-library.ts';
import { StartScreen } from './start-screen.tsx';
import { UnlockScreen } from './unlock-screen.tsx';

/** What the window shows while no library is open. */
export function SessionPage() {
  const [state, setState] = useState<SessionState | null>(null);
  useEffect(() => {
    void call('session.state', {}).then((outcome) => {
      if (outcome.ok) setState(outcome.value);
      else showFailure(outcome.failure);
    });
  }, []);
  useEffect(() => {
    // The page was loaded again between opening a library and showing it.
    if (state?.kind === 'open') void enterLibrary();
  }, [state]);
  switch (state?.kind) {
    case undefined:
    case 'open':
      return null;
    case 'first-start':
      return <StartScreen />;
    case 'locked':
      return <UnlockScreen last={state.last} because={state.because} />;
    default:
      return assertNever(state);
  }
}
