import type { KeySlotInfo } from '../../../../shared/domain/keys.ts';

/** What the security dialog shows. */
export type SecurityView =
  | { kind: 'overview' }
  | { kind: 'sheet' }
  | { kind: 'change' }
  | { kind: 'add' }
  | { kind: 'remove'; slot: KeySlotInfo }
  | { kind: 'reencrypt' }
  | { kind: 'erase' };
