/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useSignal } from '@backstage/plugin-signals-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { AnswerState } from './AnswerState';

const pollMilliseconds = 10_000;

/** With signals a poll only guards against one that got lost. */
const guardMilliseconds = 60_000;

/**
 * Asks, and asks again: when a signal says that something changed, every ten
 * seconds without signals, and at once when the page is looked at again. A page
 * that nobody looks at asks nothing. A question that is no longer needed is
 * aborted; an answer stays until the next one is there.
 *
 * @param load - stable as long as the question is the same
 * @param options - `unsignaled`: no signal tells of a change, as of what is seen
 *   with the reader's own tokens
 */
export function useAnswer<T>(
  load: (signal: AbortSignal) => Promise<T>,
  options: { readonly unsignaled?: boolean } = {},
): AnswerState<T> {
  const { unsignaled = false } = options;
  const [state, setState] = useState<AnswerState<T>>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const { lastSignal, isSignalsAvailable } = useSignal('databases');
  const retry = useCallback(() => setAttempt(count => count + 1), []);
  const asked = useRef(load);
  useEffect(() => {
    let controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const interval =
      isSignalsAvailable && !unsignaled ? guardMilliseconds : pollMilliseconds;

    function askWhenSeen() {
      if (document.visibilityState === 'visible') {
        ask();
      }
    }

    async function ask() {
      clearTimeout(timer);
      controller.abort();
      controller = new AbortController();
      const { signal } = controller;
      try {
        const answer = await load(signal);
        if (!signal.aborted) {
          setState({ status: 'ready', answer, pending: false, retry });
        }
      } catch (error) {
        if (!signal.aborted) {
          setState(previous => afterError(previous, error as Error, retry));
        }
      }
      if (!signal.aborted) {
        timer = setTimeout(askWhenSeen, interval);
      }
    }

    if (asked.current !== load) {
      asked.current = load;
      setState(previous =>
        previous.status === 'ready'
          ? { ...previous, pending: true }
          : { status: 'loading' },
      );
    }
    ask();
    document.addEventListener('visibilitychange', askWhenSeen);
    return () => {
      document.removeEventListener('visibilitychange', askWhenSeen);
      clearTimeout(timer);
      controller.abort();
    };
  }, [load, attempt, retry, lastSignal, isSignalsAvailable, unsignaled]);
  return state;
}

/** What was known stays in view, but for those who may not see it any more. */
function afterError<T>(
  previous: AnswerState<T>,
  error: Error,
  retry: () => void,
): AnswerState<T> {
  switch ((error as { statusCode?: number }).statusCode) {
    case 403:
      return { status: 'forbidden' };
    case 404:
      return { status: 'missing' };
    default:
      return previous.status === 'ready'
        ? { ...previous, problem: error, pending: false }
        : { status: 'failed', error, retry };
  }
}
