/** The actions that both pages have. */
import { showProtects } from '../stores/protects.ts';
import { registerAction } from './registry.ts';

export function registerHelpActions(): void {
  registerAction('help.protects', { enabled: () => true, run: () => showProtects(true) });
}
