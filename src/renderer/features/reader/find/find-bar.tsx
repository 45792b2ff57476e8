import { useEffect, useRef } from 'react';
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionIconButton } from '../../../components/action-button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Input } from '../../../components/input.tsx';
import { countHits } from '../hits.ts';
import { useReader } from '../reader-store.ts';
import type { FindSlice } from './find-slice.ts';
import { closeFind, lookFor, moveFound } from './find.ts';
import styles from './find-bar.module.css';

/** Milliseconds without a stroke until what is typed is looked for. */
const TYPING_PAUSE = 120;

export function FindBar() {
  const find = useReader((slice) => slice.find);
  return find === null ? null : <Bar find={find} />;
}

function Bar({ find }: { find: FindSlice }) {
  const { t } = useTranslation('reader');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), [find.wanted]);
  return (
    <div
      role="search"
      aria-label={t('find')}
      className={styles['bar']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        closeFind();
      }}
    >
      <Input
        ref={field}
        className={styles['field']}
        aria-label={t('find')}
        placeholder={t('find')}
        value={find.text}
        onChange={(event) => void lookFor({ text: event.target.value }, TYPING_PAUSE)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          moveFound(event.shiftKey ? -1 : 1);
        }}
      />
      <IconButton
        icon={CaseSensitive}
        label={t('find-case')}
        aria-pressed={find.matchCase}
        onClick={() => void lookFor({ matchCase: !find.matchCase })}
      />
      <IconButton
        icon={WholeWord}
        label={t('find-words')}
        aria-pressed={find.wholeWords}
        onClick={() => void lookFor({ wholeWords: !find.wholeWords })}
      />
      <FoundCount find={find} />
      <ActionIconButton action="view.previous-hit" icon={ChevronUp} />
      <ActionIconButton action="view.next-hit" icon={ChevronDown} />
      <IconButton icon={X} label={t('find-close')} onClick={closeFind} />
    </div>
  );
}

function FoundCount({ find }: { find: FindSlice }) {
  const { t } = useTranslation('reader');
  const total = countHits(find.pages);
  const words = (): string => {
    if (find.text.trim() === '') return '';
    if (total === 0) return t(find.looking ? 'find-looking' : 'find-none');
    const count = find.more ? 'find-of-many' : 'hit-of';
    return t(count, { number: find.current + 1, total });
  };
  return (
    <span role="status" className={styles['count']} data-none={total === 0 || undefined}>
      {words()}
    </span>
  );
}
