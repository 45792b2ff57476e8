import { useEffect, useState } from 'react';
import type { ChannelName, ResponseOf } from '../../shared/ipc/contract.ts';
import { call, type AskOf } from '../api.ts';
import { showFailure } from '../stores/notices.ts';

/**
 * Asks when the request or the revision changes; null until the first answer. An answer that comes after the question
 * changed is dropped; after a new revision the old answer stays until the new one is there.
 */
export function useAsked<C extends ChannelName>(
  channel: C,
  request: AskOf<C>,
  revision: number,
): ResponseOf<C> | null {
  const [answer, setAnswer] = useState<{ key: string; value: ResponseOf<C> } | null>(null);
  const key = JSON.stringify(request);
  useEffect(() => {
    let current = true;
    void call(channel, JSON.parse(key) as AskOf<C>).then((outcome) => {
      if (!current) return;
      if (outcome.ok) setAnswer({ key, value: outcome.value });
      else showFailure(outcome.failure);
    });
    return () => {
      current = false;
    };
  }, [channel, key, revision]);
  // The answer to another request says nothing about this one.
  return answer?.key === key ? answer.value : null;
}
