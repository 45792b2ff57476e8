import { call } from '../../api.ts';
import { showFailure } from '../../stores/notices.ts';

/** Leaves this page for the workbench of the library that was opened. */
export async function enterLibrary(): Promise<void> {
  const outcome = await call('session.enter', {});
  if (!outcome.ok) showFailure(outcome.failure);
}
