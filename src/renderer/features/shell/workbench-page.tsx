import { useLibrary } from '../../stores/session.ts';
import { Workbench } from './workbench.tsx';

/** Empty until the library has said what it is. */
export function WorkbenchPage() {
  const library = useLibrary((slice) => slice.library);
  return library === null ? null : <Workbench />;
}
