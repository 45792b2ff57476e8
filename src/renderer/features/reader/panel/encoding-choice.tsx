import { useTranslation } from 'react-i18next';
import { TEXT_ENCODINGS, type ChosenEncoding } from '../../../../shared/domain/text-encodings.ts';
import { Select } from '../../../components/input.tsx';
import { runCommand } from '../../../stores/history.ts';

/** What a text was decoded with, and another choice where its letters are the wrong ones. */
export function EncodingChoice({ documentId, encoding }: { documentId: number; encoding: string }) {
  const { t } = useTranslation('reader');
  return (
    <Select
      aria-label={t('detail-encoding')}
      value={encoding}
      onChange={(event) => {
        const chosen = event.target.value as ChosenEncoding;
        void runCommand({ kind: 'document.encoding', documentId, encoding: chosen });
      }}
    >
      {TEXT_ENCODINGS.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </Select>
  );
}
