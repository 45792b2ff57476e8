/** What «Export excerpts…» offers first: the page the person is on. */
import type { ExcerptSelection } from '../../../shared/domain/excerpt.ts';
import { answerOf, selectionOfAnswer, useSearch } from '../../stores/search.ts';
import { useView } from '../../stores/view.ts';

export function exportSelection(): ExcerptSelection {
  const { section, chosen } = useView.getState();
  switch (section) {
    case 'library':
      return { kind: 'all' };
    case 'search': {
      const answer = answerOf(useSearch.getState().state);
      return answer === null ? { kind: 'all' } : selectionOfAnswer(answer);
    }
    case 'cases':
      return ofLabel('case', chosen.case);
    case 'events':
      return ofLabel('event', chosen.event);
    case 'tags':
      return ofLabel('tag', chosen.tag);
  }
}

function ofLabel(kind: 'case' | 'event' | 'tag', id: number | null): ExcerptSelection {
  return id === null ? { kind: 'all' } : { kind, id };
}
