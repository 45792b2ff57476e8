import { useEffect, useState } from 'react';
import { strengthOf, type Strength } from '../../../shared/passphrase/strength.ts';

/** The strength of what is typed; null while nothing is, or while it is being weighed for the first time. */
export function useStrength(passphrase: string, name: string): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let current = true;
    if (passphrase !== '') {
      void strengthOf(passphrase, [name]).then((found) => {
        if (current) setStrength(found);
      });
    }
    return () => {
      current = false;
    };
  }, [passphrase, name]);
  return passphrase === '' ? null : strength;
}
