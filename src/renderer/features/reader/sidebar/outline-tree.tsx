import { useEffect, useMemo, useState } from 'react';
import { ListTree } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import type { PaperSurface } from '../surface.ts';
import { OutlineList } from './outline-list.tsx';
import type { OutlineItem } from './outline-rows.ts';

/** What a document says of its own parts. */
export function OutlineTree({ paper }: { paper: PaperSurface }) {
  const { t } = useTranslation('reader');
  const asked = useMemo(() => paper.outline(), [paper]);
  const [outline, setOutline] = useState<readonly OutlineItem[] | 'failed' | null>(null);
  useEffect(() => {
    let wanted = true;
    const take = (found: readonly OutlineItem[] | 'failed'): void => {
      if (wanted) setOutline(found);
    };
    asked.then(take, () => take('failed'));
    return () => {
      wanted = false;
    };
  }, [asked]);
  if (outline === null) return <EmptyState>{t('loading')}</EmptyState>;
  if (outline === 'failed') return <EmptyState icon={ListTree}>{t('outline-failed')}</EmptyState>;
  if (outline.length === 0) {
    return (
      <EmptyState icon={ListTree} title={t('outline-empty')}>
        {t('outline-empty-hint')}
      </EmptyState>
    );
  }
  return <OutlineList outline={outline} paper={paper} />;
}
