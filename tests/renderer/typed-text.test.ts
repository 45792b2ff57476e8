import { describe, expect, it } from 'vitest';
import { confirm, latestText, takeIn, turnBack } from '../../src/renderer/components/typed-text.ts';

describe('a field that saves itself, while the library answers late', () => {
  it('takes back what was sent, though the library has not told it', () => {
    // Typed, sent, deleted again: against the old value that would be no change, and the text would come back.
    expect(latestText(['wrong'], '')).toBe('wrong');
    const sent = ['wrong', ''];
    expect(takeIn({ draft: '', base: '', sent }, 'wrong')).toEqual({ draft: '', sent: [''] });
    expect(takeIn({ draft: '', base: 'wrong', sent: [''] }, '')).toEqual({ draft: '', sent: [] });
  });

  it('does not put an older text of its own into the field', () => {
    const state = { draft: 'ab', base: '', sent: ['a', 'ab'] };
    expect(takeIn(state, 'a')).toEqual({ draft: 'ab', sent: ['ab'] });
    expect(takeIn(state, 'ab')).toEqual({ draft: 'ab', sent: [] });
  });

  it('shows what comes from outside, but not over what is being typed', () => {
    expect(takeIn({ draft: 'a', base: 'a', sent: [] }, 'x')).toEqual({ draft: 'x', sent: [] });
    expect(takeIn({ draft: 'a', base: '', sent: ['a'] }, 'x')).toEqual({ draft: 'x', sent: [] });
    expect(takeIn({ draft: 'ab', base: 'a', sent: [] }, 'x')).toEqual({ draft: 'ab', sent: [] });
  });

  it('shows what the library has after an undo, also when it never told what was undone', () => {
    expect(turnBack({ draft: 'x', base: '', sent: ['x'] })).toBe('');
    expect(turnBack({ draft: 'xy', base: '', sent: ['x'] })).toBe('xy');
  });

  it('forgets what was refused, so that it is tried again, and what is not told any more', () => {
    expect(confirm(['a', 'b'], 'b', false, '')).toEqual(['a']);
    expect(confirm(['a', ''], '', true, '')).toEqual([]);
    expect(confirm(['a'], 'a', true, '')).toEqual(['a']);
  });
});
