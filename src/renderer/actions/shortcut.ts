/** Reading of the accelerators and keys of `shared/actions.ts`. */
import type { ActionDefinition } from '../../shared/actions.ts';

/** What a key event says, as far as shortcuts care. */
export interface KeyStroke {
  readonly key: string;
  /** Physical key; tells `1` or `I` on a Cyrillic layout, where `key` is another letter. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Electron's names of keys that have another name in the DOM. */
const DOM_KEYS: Readonly<Record<string, string>> = { Left: 'ArrowLeft', Right: 'ArrowRight' };

/** Whether a stroke is the accelerator, by the letter or, on a layout without Latin letters, by the place of the key. */
export function matchesAccelerator(accelerator: string, stroke: KeyStroke, mac: boolean): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const command = parts.includes('CmdOrCtrl');
  if ((mac ? stroke.metaKey : stroke.ctrlKey) !== command) return false;
  if (mac ? stroke.ctrlKey : stroke.metaKey) return false;
  if (stroke.altKey !== parts.includes('Alt')) return false;
  const plus = key === 'Plus';
  // «+» is on Shift+= on many layouts, so Shift says nothing there.
  if (!plus && stroke.shiftKey !== parts.includes('Shift')) return false;
  return plus ? stroke.key === '+' || stroke.key === '=' : isKey(key, stroke);
}

/** Whether a stroke is a single key of the reader; no modifier may be held. */
export function matchesKey(key: string, stroke: KeyStroke): boolean {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.shiftKey) return false;
  return isKey(key, stroke);
}

function isKey(key: string, stroke: KeyStroke): boolean {
  if (stroke.key.toLowerCase() === (DOM_KEYS[key] ?? key).toLowerCase()) return true;
  if (key.length !== 1) return false;
  const latin = /^[\x20-\x7e]$/.test(stroke.key);
  return !latin && (stroke.code === `Key${key.toUpperCase()}` || stroke.code === `Digit${key}`);
}

/** The shortcut as a person reads it, empty when there is none. */
export function shortcutText(action: ActionDefinition, platform: string): string {
  if (action.key !== undefined)
    return action.key.length === 1 ? action.key.toUpperCase() : action.key;
  if (action.accelerator === undefined) return '';
  const command = platform.startsWith('Mac') ? '⌘' : 'Ctrl';
  return action.accelerator.replace('CmdOrCtrl', command).replace('Plus', '+');
}
