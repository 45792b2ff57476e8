import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert-never.ts';
import { Modal } from '../../../components/modal.tsx';
import { closeDialog } from '../../../stores/view.ts';
import { AddSlot } from './add-slot.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { EraseOpen } from './erase-open.tsx';
import { Reencrypt } from './reencrypt.tsx';
import { RemoveSlot } from './remove-slot.tsx';
import { SecurityOverview } from './security-overview.tsx';
import type { SecurityView } from './security-view.ts';
import { ShowSheet } from './show-sheet.tsx';

/** Everything about who can open the library. Each task is a view of its own, with the way back to the overview. */
export function SecurityDialog({ first }: { first: 'overview' | 'sheet' }) {
  const { t } = useTranslation('vault');
  const [view, setView] = useState<SecurityView>({ kind: first });
  /** While the library is encrypted anew, leaving would hide what goes on. */
  const [held, setHeld] = useState(false);
  const back = (): void => setView({ kind: 'overview' });
  return (
    <Modal
      wide
      key={view.kind}
      title={t(`security-${view.kind}`)}
      escapable={!held}
      onClose={view.kind === 'overview' ? closeDialog : back}
    >
      <Content view={view} onChoose={setView} onBack={back} onHold={setHeld} />
    </Modal>
  );
}

interface ContentProps {
  readonly view: SecurityView;
  readonly onChoose: (view: SecurityView) => void;
  readonly onBack: () => void;
  readonly onHold: (held: boolean) => void;
}

function Content({ view, onChoose, onBack, onHold }: ContentProps) {
  switch (view.kind) {
    case 'overview':
      return <SecurityOverview onChoose={onChoose} />;
    case 'sheet':
      return <ShowSheet onBack={onBack} />;
    case 'change':
      return <ChangePassphrase onBack={onBack} />;
    case 'add':
      return <AddSlot onBack={onBack} />;
    case 'remove':
      return <RemoveSlot slot={view.slot} onBack={onBack} />;
    case 'reencrypt':
      return <Reencrypt onBack={onBack} onHold={onHold} />;
    case 'erase':
      return <EraseOpen onBack={onBack} />;
    default:
      return assertNever(view);
  }
}
