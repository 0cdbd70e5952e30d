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

import { Button } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import { reasonOf } from '../reading';
import { useTimes, useWords } from '../words';
import styles from './StaleBanner.module.css';

/** That what is below is only what was last known: neither good nor bad. */
export function StaleBanner(props: {
  /** UTC ISO instant. */
  readonly lastKnownAt: string;
  readonly problem?: Error;
  readonly retry: () => void;
}) {
  const { lastKnownAt, problem, retry } = props;
  const t = useWords();
  const times = useTimes();
  return (
    <div className={styles.banner}>
      <RiHistoryLine aria-hidden size={20} />
      <div className={styles.words}>
        <strong>
          {t('answer.lastKnown', { at: times.absolute(lastKnownAt) })}
        </strong>
        <p>
          {t('answer.lastKnownReason')}{' '}
          {problem && t('answer.lastKnownError', { error: reasonOf(problem) })}
        </p>
      </div>
      <Button size="small" variant="secondary" onPress={retry}>
        {t('answer.retry')}
      </Button>
    </div>
  );
}
