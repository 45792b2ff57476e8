import { assertNever } from '../shared/assert-never.ts';
import { Notices } from './features/shell/notices.tsx';
import { Workbench } from './features/shell/workbench.tsx';
import { StartScreen } from './features/session/start-screen.tsx';
import { UnlockScreen } from './features/session/unlock-screen.tsx';
import { useSession } from './stores/session.ts';

export function App() {
  return (
    <>
      <Screen />
      <Notices />
    </>
  );
}

function Screen() {
  const state = useSession((slice) => slice.state);
  switch (state.kind) {
    case 'loading':
      return null;
    case 'first-start':
      return <StartScreen />;
    case 'locked':
      return <UnlockScreen />;
    case 'open':
      return <Workbench key={state.library.id} />;
    default:
      return assertNever(state);
  }
}
