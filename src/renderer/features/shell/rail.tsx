import {
  CalendarDays,
  FolderClosed,
  Library,
  Lock,
  Search,
  Share,
  ShieldCheck,
  Tag,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../../shared/actions.ts';
import { useAction } from '../../actions/use-action.ts';
import { useView, type Section } from '../../stores/view.ts';
import { HistoryButtons } from './history-buttons.tsx';
import styles from './rail.module.css';

const SECTIONS: readonly { section: Section; action: ActionId; icon: LucideIcon }[] = [
  { section: 'library', action: 'go.library', icon: Library },
  { section: 'search', action: 'go.search', icon: Search },
  { section: 'cases', action: 'go.cases', icon: FolderClosed },
  { section: 'events', action: 'go.events', icon: CalendarDays },
  { section: 'tags', action: 'go.tags', icon: Tag },
];

/** The narrow column at the left: where to go, and the lock. */
export function Rail() {
  const { t } = useTranslation('status');
  const current = useView((view) => view.section);
  return (
    <nav className={styles['rail']} aria-label={t('rail')}>
      {SECTIONS.map(({ section, action, icon }) => (
        <RailButton key={section} action={action} icon={icon} current={section === current} />
      ))}
      <RailButton action="library.export" icon={Share} text={t('rail-export')} />
      <span className={styles['gap']} />
      <HistoryButtons />
      <RailButton action="library.security" icon={ShieldCheck} text={t('rail-security')} />
      <RailButton action="library.lock" icon={Lock} />
    </nav>
  );
}

interface RailButtonProps {
  readonly action: ActionId;
  readonly icon: LucideIcon;
  readonly current?: boolean;
  /** A shorter word than the action has. */
  readonly text?: string;
}

function RailButton({ action, icon: Icon, current, text }: RailButtonProps) {
  const { label, hint, enabled, run } = useAction(action);
  return (
    <button
      type="button"
      className={styles['button']}
      aria-current={current ? 'page' : undefined}
      title={hint}
      disabled={!enabled}
      onClick={run}
    >
      <Icon size={20} strokeWidth={1.7} aria-hidden />
      <span>{text ?? label}</span>
    </button>
  );
}
