/** What happens when a link of a PDF is followed, and the words for it. Nothing outside the document is ever opened. */
import { i18n } from '../../../../i18n.ts';
import type { LinkTarget } from '../../../../drawing/drawing-answers.ts';
import { showNotice } from '../../../../stores/notices.ts';
import { leavePlace } from '../../../../stores/trail.ts';
import { showDialog } from '../../../../stores/view.ts';
import { activePane } from '../../panes/pane.ts';
import { pageLabel, useReader, type ReaderSlice } from '../../reader-store.ts';
import type { PlaceTarget } from './page-link.ts';

/** @param slice of the pane whose document has the link. */
export function nameOfLink(slice: ReaderSlice, target: LinkTarget): string {
  return target.kind === 'place'
    ? i18n.t('reader:link-to-page', { page: pageLabel(slice, target.page) })
    : i18n.t('reader:link-address', { address: target.text });
}

/** @param go scrolls to a place of the document. */
export function followLink(target: LinkTarget, go: (place: PlaceTarget) => void): void {
  if (target.kind === 'address') {
    showDialog({ kind: 'address', text: target.text });
    return;
  }
  const before = useReader.getState().page;
  if (before !== target.page) leavePlace(activePane().name);
  go(target);
  if (before === target.page) return;
  showNotice({
    tone: 'info',
    topic: 'link-followed',
    text: i18n.t('reader:link-followed', { page: pageLabel(useReader.getState(), target.page) }),
    act: {
      label: i18n.t('reader:link-back', { page: pageLabel(useReader.getState(), before) }),
      run: () => go({ page: before, left: null, top: null }),
    },
  });
}
