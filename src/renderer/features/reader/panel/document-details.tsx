import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { Button } from '../../../components/button.tsx';
import { showDialog } from '../../../stores/view.ts';
import { formatDay, formatNumber } from '../../library/format.ts';
import { stateWords } from '../../library/document-words.ts';
import { useReader } from '../reader-store.ts';
import { DocumentFacts } from './document-facts.tsx';
import { EncodingChoice } from './encoding-choice.tsx';
import { formatBytes } from './format-bytes.ts';
import styles from './panel.module.css';

/** What is known of the document: what a person says of it first, then the file itself. */
export function DocumentDetails({ document }: { document: SourceDocument }) {
  const { t, i18n } = useTranslation('reader');
  const { t: library } = useTranslation('library');
  const passages = useReader((slice) => slice.passages.length);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('detail-file'), document.fileName],
    ...(document.aliases.length === 0
      ? []
      : [[t('detail-aliases'), document.aliases.join('\n')] as const]),
    [t('detail-kind'), library(`format-${document.format}`)],
    [t('detail-state'), stateWords(document, library)],
    [t('detail-pages'), formatNumber(document.pages, i18n.language)],
    ...(document.pagesWithoutText === 0
      ? []
      : [
          [
            t('detail-without-text'),
            formatNumber(document.pagesWithoutText, i18n.language),
          ] as const,
        ]),
    [t('detail-passages'), formatNumber(passages, i18n.language)],
    [t('detail-size'), formatBytes(document.size, i18n.language)],
    ...(document.encoding === null
      ? []
      : [
          [
            t('detail-encoding'),
            <EncodingChoice key="encoding" documentId={document.id} encoding={document.encoding} />,
          ] as const,
        ]),
    [t('detail-imported'), formatDay(document.importedAt, i18n.language)],
    [t('detail-sha256'), <code key="sha256">{document.sha256}</code>],
  ];
  return (
    <div className={styles['details']}>
      <DocumentFacts key={document.id} document={document} />
      <h2>{t('detail-file-heading')}</h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <Button
        look="danger"
        onClick={() => showDialog({ kind: 'delete-documents', ids: [document.id] })}
      >
        {library('delete-document')}
      </Button>
    </div>
  );
}
