import { assertNever } from '../../../shared/assert-never.ts';
import { LabelSection } from '../labels/label-section.tsx';
import { LibrarySection } from '../library/library-section.tsx';
import { SearchSection } from '../search/search-section.tsx';
import { useView } from '../../stores/view.ts';

/** The list pane: what the rail says. */
export function SectionView() {
  const section = useView((view) => view.section);
  switch (section) {
    case 'library':
      return <LibrarySection />;
    case 'search':
      return <SearchSection />;
    case 'cases':
      return <LabelSection key="case" kind="case" />;
    case 'events':
      return <LabelSection key="event" kind="event" />;
    case 'tags':
      return <LabelSection key="tag" kind="tag" />;
    default:
      return assertNever(section);
  }
}
