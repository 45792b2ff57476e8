import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button.tsx';
import { Modal } from '../../../../components/modal.tsx';
import { copyText } from '../../../../stores/clipboard.ts';
import { closeDialog } from '../../../../stores/view.ts';
import styles from './address-dialog.module.css';

/** An address outside the document, to be read; Kartoteka opens none. */
export function AddressDialog({ text }: { text: string }) {
  const { t } = useTranslation('reader');
  const copy = async (): Promise<void> => {
    if (await copyText(text)) closeDialog();
  };
  return (
    <Modal
      title={t('address-title')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={() => void copy()}>{t('address-copy')}</Button>
          <Button look="primary" data-focus-first onClick={closeDialog}>
            {t('address-close')}
          </Button>
        </>
      }
    >
      <p className={styles['address']} dir="ltr">
        {text}
      </p>
      <p>{t('address-warning')}</p>
    </Modal>
  );
}
