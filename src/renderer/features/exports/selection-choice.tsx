import { useTranslation } from 'react-i18next';
import type { ExcerptSelection } from '../../../shared/domain/excerpt.ts';
import type { LabelKind } from '../../../shared/domain/label.ts';
import { Select } from '../../components/input.tsx';
import { useLabels } from '../../stores/labels.ts';
import { answerOf, selectionOfAnswer, useSearch } from '../../stores/search.ts';
import { selectionKey, selectionOfKey } from './selection-key.ts';

interface SelectionChoiceProps {
  readonly id: string;
  readonly initial: ExcerptSelection;
  readonly selection: ExcerptSelection;
  readonly onChoose: (selection: ExcerptSelection) => void;
}

/** Everything, what a search found, or one case, event or tag. */
export function SelectionChoice({ id, initial, selection, onChoose }: SelectionChoiceProps) {
  const { t } = useTranslation('exports');
  const book = useLabels((slice) => slice.book);
  const answer = useSearch((search) => answerOf(search.state));
  const search = initial.kind === 'search' ? initial : answer && selectionOfAnswer(answer);
  const groups: readonly { kind: LabelKind; title: string; all: readonly Choice[] }[] = [
    { kind: 'case', title: t('group-cases'), all: book.cases.map(titled) },
    { kind: 'event', title: t('group-events'), all: book.events.map(titled) },
    { kind: 'tag', title: t('group-tags'), all: book.tags },
  ];
  return (
    <Select
      id={id}
      data-focus-first
      value={selectionKey(selection)}
      onChange={(event) => onChoose(selectionOfKey(event.target.value, search))}
    >
      <option value="all">{t('what-all')}</option>
      {search && <option value="search">{t('what-search', { query: search.query })}</option>}
      {groups.map(({ kind, title, all }) => {
        const used = all.filter(
          (choice) => choice.passages > 0 || isChosen(selection, kind, choice),
        );
        if (used.length === 0) return null;
        return (
          <optgroup key={kind} label={title}>
            {used.map((choice) => (
              <option key={choice.id} value={selectionKey({ kind, id: choice.id })}>
                {choice.name} ({choice.passages})
              </option>
            ))}
          </optgroup>
        );
      })}
    </Select>
  );
}

interface Choice {
  readonly id: number;
  readonly name: string;
  readonly passages: number;
}

function titled({ id, title, passages }: { id: number; title: string; passages: number }): Choice {
  return { id, name: title, passages };
}

function isChosen(selection: ExcerptSelection, kind: LabelKind, choice: Choice): boolean {
  return selection.kind === kind && selection.id === choice.id;
}
