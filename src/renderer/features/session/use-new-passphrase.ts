import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MINIMUM_PASSPHRASE } from '../../../shared/domain/library.ts';
import { STRONG_ENOUGH, type Strength } from '../../../shared/passphrase/strength.ts';
import { wordsOf } from '../../i18n.ts';
import { suggestPassphrase } from './six-words.ts';
import { useStrength } from './use-strength.ts';

export interface NewPassphraseState {
  readonly value: string;
  readonly again: string;
  readonly shown: boolean;
  /** Whether what stands there are six words that were drawn here. */
  readonly suggested: boolean;
  readonly strength: Strength | null;
  readonly problem: { readonly field: 'passphrase' | 'again'; readonly text: string } | null;
  readonly setValue: (value: string) => void;
  readonly setAgain: (again: string) => void;
  readonly setShown: (shown: boolean) => void;
  readonly suggest: () => Promise<void>;
  /** Says what is wrong, if anything; answers whether it can be taken. */
  readonly check: () => boolean;
}

/** A new passphrase that is typed twice or drawn. @param known what an attacker would try first: the library's name */
export function useNewPassphrase(known: string): NewPassphraseState {
  const { t } = useTranslation('session');
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [suggested, setSuggested] = useState(false);
  const [problem, setProblem] = useState<NewPassphraseState['problem']>(null);
  const strength = useStrength(value, known);

  const findProblem = (): NewPassphraseState['problem'] => {
    if (value.length < MINIMUM_PASSPHRASE) return { field: 'passphrase', text: t('too-short') };
    if (strength !== null && strength < STRONG_ENOUGH) {
      return { field: 'passphrase', text: wordsOf({ kind: 'passphrase-too-weak' }) };
    }
    if (value !== again) return { field: 'again', text: t('passphrase-differs') };
    return null;
  };

  return {
    value,
    again,
    shown,
    suggested,
    strength,
    problem,
    setValue(typed) {
      setValue(typed);
      setSuggested(false);
      setProblem(null);
    },
    setAgain(typed) {
      setAgain(typed);
      setProblem(null);
    },
    setShown,
    async suggest() {
      setValue(await suggestPassphrase());
      setAgain('');
      setShown(true);
      setSuggested(true);
      setProblem(null);
    },
    check() {
      const found = findProblem();
      setProblem(found);
      return found === null;
    },
  };
}
