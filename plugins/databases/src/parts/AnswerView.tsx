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

import { Alert, Button, Skeleton } from '@backstage/ui';
import { Dated } from '@basewell/plugin-databases-common';
import { useMemo, type ReactNode } from 'react';
import { AnswerState, ReadingContext, reasonOf, useExpired } from '../reading';
import { useWords } from '../words';
import { StaleBanner } from './StaleBanner';

/**
 * What every page does with an answer that is not there, not allowed, failed or
 * no longer to be believed; `children` shows the one that came.
 */
export function AnswerView<T extends Dated>(props: {
  readonly state: AnswerState<T>;
  /** What is missing, and what to do. */
  readonly missing?: ReactNode;
  readonly children: (answer: T) => ReactNode;
}) {
  const { state, missing, children } = props;
  const t = useWords();
  const answer = state.status === 'ready' ? state.answer : undefined;
  const expired = useExpired(answer);
  const stale = expired || (state.status === 'ready' && !!state.problem);
  const reading = useMemo(
    () =>
      answer && {
        now: answer.now,
        ...(stale && { lastKnownAt: answer.now }),
      },
    [answer, stale],
  );
  switch (state.status) {
    case 'loading':
      return (
        <>
          <Skeleton height={72} />
          <Skeleton height={72} />
        </>
      );
    case 'forbidden':
      return (
        <Alert
          status="warning"
          icon
          title={t('answer.forbidden')}
          description={t('answer.forbiddenRemedy')}
        />
      );
    case 'missing':
      return (
        <Alert
          status="warning"
          icon
          title={t('answer.missing')}
          description={missing}
        />
      );
    case 'failed':
      return (
        <Alert
          status="danger"
          icon
          title={t('answer.failed')}
          description={reasonOf(state.error)}
          customActions={
            <Button size="small" variant="secondary" onPress={state.retry}>
              {t('answer.retry')}
            </Button>
          }
        />
      );
    default:
      return (
        <ReadingContext.Provider value={reading}>
          {stale && (
            <StaleBanner
              lastKnownAt={state.answer.now}
              problem={state.problem}
              retry={state.retry}
            />
          )}
          {children(state.answer)}
        </ReadingContext.Provider>
      );
  }
}
