import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { wordsOf } from '../../i18n.ts';
import { importSamples } from '../library/import-files.ts';
import { copyText } from '../../stores/clipboard.ts';
import { ClipboardNotice } from '../vault/clipboard-notice.tsx';
import { createSampleLibrary } from './create-sample-library.ts';
import { enterLibrary } from './enter-library.ts';
import { suggestPassphrase } from './six-words.ts';
import styles from './session.module.css';

/** Shows the passphrase of the sample library once, then makes the library and fills it. */
export function SampleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['session', 'common']);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [copied, setCopied] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => void suggestPassphrase().then(setPassphrase), []);

  const copy = async (): Promise<void> => {
    setCopied(await copyText(passphrase));
  };
  const go = async (): Promise<void> => {
    if (passphrase === '') return;
    setBusy(true);
    const outcome = await createSampleLibrary(t('samples-name'), passphrase);
    if (!outcome.ok) {
      setBusy(false);
      setProblem(wordsOf(outcome.failure));
      return;
    }
    await importSamples();
    await enterLibrary();
  };

  return (
    <Modal
      title={t('samples-title')}
      onClose={onClose}
      escapable={!busy}
      footer={
        <>
          <Button disabled={passphrase === '' || busy} onClick={() => void copy()}>
            {copied ? t('copied', { ns: 'common' }) : t('copy', { ns: 'common' })}
          </Button>
          <Button
            look="primary"
            data-focus-first
            // Not while the words are being drawn: a disabled button cannot have the focus that it is given.
            disabled={busy}
            onClick={() => void go()}
          >
            {busy ? t('creating') : t('samples-continue')}
          </Button>
        </>
      }
    >
      <p>{t('samples-intro')}</p>
      <p className={styles['words']} lang="en" data-testid="sample-passphrase">
        {passphrase}
      </p>
      {copied && <p>{t('samples-copy-hint')}</p>}
      <ClipboardNotice />
      {problem !== null && <p role="alert">{problem}</p>}
    </Modal>
  );
}
