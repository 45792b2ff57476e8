import { parse } from 'edtf';
import { fail } from '../../shared/failure.ts';

/** @throws FailureError `invalid-date` unless the text is empty or an EDTF date. */
export function requireEdtf(value: string): void {
  if (value !== '' && !isEdtf(value)) throw fail({ kind: 'invalid-date', value });
}

export function isEdtf(value: string): boolean {
  try {
    parse(value);
    return true;
  } catch {
    return false;
  }
}
