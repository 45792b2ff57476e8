import { assertNever } from '../shared/assert-never.ts';
import { useSession } from './stores/session.ts';
import { Workbench } from './features/shell/workbench.tsx';

export function App() {
  const state = useSession((slice) => slice.state);
  switch (state.kind) {
    case 'loading':
    case 'first-start':
    case 'locked':
      return null;
    case 'open':
      return <Workbench />;
    default:
      return assertNever(state);
  }
}
