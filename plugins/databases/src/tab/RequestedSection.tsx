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

import { Alert, Button, Text } from '@backstage/ui';
import { DatabaseRequestsResponse } from '@basewell/plugin-databases-common';
import { PartialAlerts, RequestCard } from '../parts';
import { AnswerState, ReadingContext, reasonOf } from '../reading';
import { useWords } from '../words';
import styles from './RequestedSection.module.css';

/** What was asked for and is not merged yet; nothing when there is none. */
export function RequestedSection(props: {
  readonly requests: AnswerState<DatabaseRequestsResponse>;
}) {
  const { requests } = props;
  const t = useWords();
  if (requests.status === 'failed') {
    return (
      <Alert
        status="warning"
        icon
        title={t('tab.requestsFailed')}
        description={reasonOf(requests.error)}
        customActions={
          <Button size="small" variant="secondary" onPress={requests.retry}>
            {t('answer.retry')}
          </Button>
        }
      />
    );
  }
  if (requests.status !== 'ready') {
    return null;
  }
  const { items, problems, lookedAt } = requests.answer;
  return (
    <ReadingContext.Provider value={lookedAt ? { now: lookedAt } : undefined}>
      <PartialAlerts problems={problems} />
      {items.length > 0 && (
        <section
          className={styles.requested}
          aria-labelledby="databases-requested"
        >
          <div>
            <Text as="h2" variant="title-x-small" id="databases-requested">
              {t('tab.requested')}
            </Text>
            <Text as="p" color="secondary">
              {t('tab.requestedDescription')}
            </Text>
          </div>
          {items.map(request => (
            <RequestCard
              key={`${request.target} ${request.branch}`}
              request={request}
            />
          ))}
        </section>
      )}
    </ReadingContext.Provider>
  );
}
