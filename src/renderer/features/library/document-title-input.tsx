import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../shared/domain/source-document.ts';
import { Input } from '../../components/input.tsx';
import { runCommand } from '../../stores/history.ts';

interface DocumentTitleInputProps {
  readonly document: SourceDocument;
  readonly onDone: () => void;
}

/** Renames a document where it stands: Enter saves, Esc leaves it as it was. */
export function DocumentTitleInput({ document, onDone }: DocumentTitleInputProps) {
  const { t } = useTranslation('library');
  const left = useRef(false);
  const finish = (title: string | null): void => {
    if (left.current) return;
    left.current = true;
    onDone();
    if (title === null || title.trim() === '' || title.trim() === document.title) return;
    void runCommand({
      kind: 'document.update',
      documentIds: [document.id],
      fields: { title: title.trim() },
    });
  };
  return (
    <Input
      autoFocus
      aria-label={t('rename-label')}
      defaultValue={document.title}
      onFocus={(event) => event.target.select()}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        else if (event.key === 'Escape') finish(null);
      }}
    />
  );
}
