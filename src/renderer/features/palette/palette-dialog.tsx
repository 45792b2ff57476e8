import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelKind } from '../../../shared/domain/label.ts';
import { typeHeldKeys } from '../../actions/held-keys.ts';
import { nextIndex } from '../../components/use-moving.ts';
import { keyToPin, pinTag } from '../labels/pin-tag.ts';
import { useLabels } from '../../stores/labels.ts';
import { quoteWords } from '../reader/quote-words.ts';
import { useReader } from '../reader/reader-store.ts';
import { applyRow, passagesOf, tiedOf } from './apply-label.ts';
import { indexLabels } from './palette-index.ts';
import { PaletteList } from './palette-list.tsx';
import { listPalette } from './palette-rows.ts';
import type { PaletteTarget } from './palette-store.ts';
import styles from './palette.module.css';

interface PaletteDialogProps {
  readonly target: PaletteTarget;
  readonly only: LabelKind | null;
  readonly onLeave: () => void;
}

export function PaletteDialog({ target, only, onLeave: onLeft }: PaletteDialogProps) {
  const { t } = useTranslation('palette');
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const book = useLabels((slice) => slice.book);
  const all = useReader((slice) => slice.passages);
  const passages = useMemo(() => passagesOf(target, all), [target, all]);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const inHand = useRef<Promise<PaletteTarget>>(Promise.resolve(target));
  const leaving = useRef(false);
  /** Closed first: nothing behind an open dialog can take the focus. */
  const onLeave = (): void => {
    dialog.current?.close();
    onLeft();
  };

  const index = useMemo(() => indexLabels(book), [book]);
  const list = useMemo(() => listPalette(index, query, only), [index, query, only]);
  // With nothing typed, Enter ties what was used last; it never unties.
  const first =
    query.trim() === ''
      ? list.rows.findIndex((row) => row.kind === 'create' || tiedOf(passages, row.entry) !== 'all')
      : list.best;
  const at = Math.min(chosen ?? first, list.rows.length - 1);

  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    typeHeldKeys();
    return () => element?.close();
  }, []);

  /** Rows are done one after the other, however fast they are picked; the field is free at once for the next. */
  const apply = (row: number, stay: boolean): void => {
    const wanted = list.rows[row];
    if (wanted === undefined || leaving.current) return;
    leaving.current = !stay;
    if (stay) {
      setQuery('');
      setChosen(null);
    }
    const applied = inHand.current.then((now) => applyRow(wanted, now));
    inHand.current = applied.then((result) => result.target);
    void applied.then(({ done }) => {
      if (done && !stay) return onLeave();
      leaving.current = false;
      if (!done) setQuery((typed) => (typed === '' ? query : typed));
    });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const row = list.rows[at];
    const pin =
      row?.kind === 'label' && row.entry.kind === 'tag' ? keyToPin(event, row.entry) : null;
    if (pin !== null && row?.kind === 'label') void pinTag(row.entry.id, pin.key);
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter') apply(at, event.shiftKey);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setChosen(nextIndex(event.key, at, list.rows.length));
    } else return;
    event.preventDefault();
  };
  const [passage] = passages;
  const quote =
    passages.length > 1
      ? t('passages', { count: passages.length })
      : passage === undefined
        ? t('words')
        : quoteWords(passage);
  return (
    <dialog
      ref={dialog}
      className={styles['palette']}
      aria-label={t(only === 'event' ? 'title-event' : 'title')}
      onCancel={(event) => {
        event.preventDefault();
        onLeave();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onLeave();
      }}
    >
      <div className={styles['inside']}>
        <p className={styles['target']} dir="auto">
          {quote}
        </p>
        <input
          type="text"
          role="combobox"
          aria-expanded={list.rows.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
          aria-label={t(only === 'event' ? 'placeholder-event' : 'placeholder')}
          placeholder={t(only === 'event' ? 'placeholder-event' : 'placeholder')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={500}
          className={styles['input']}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
        <PaletteList
          id={listId}
          list={list}
          at={at}
          passages={passages}
          onPoint={setChosen}
          onPick={apply}
        />
        <p className={styles['help']}>{t('help')}</p>
      </div>
    </dialog>
  );
}
