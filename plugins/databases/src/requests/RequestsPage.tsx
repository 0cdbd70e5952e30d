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

import { useRouteRef } from '@backstage/core-plugin-api';
import { Container, Link, Text, VisuallyHidden } from '@backstage/ui';
import { OpenRequestsResponse } from '@basewell/plugin-databases-common';
import { AnswerView, PartialAlerts, RequestCard, Surface } from '../parts';
import { rootRouteRef } from '../routes';
import { useWords } from '../words';
import { CancelRequest } from './CancelRequest';
import styles from './RequestsPage.module.css';
import { useOpenRequests } from './useOpenRequests';

/** What is asked for and not done: what each request waits for, since when, whose turn it is. */
export function RequestsPage() {
  const t = useWords();
  const fleet = useRouteRef(rootRouteRef);
  const requests = useOpenRequests();
  return (
    <Container>
      <Surface>
        <VisuallyHidden>
          <div role="status">
            {requests.status === 'loading' && t('requests.loading')}
            {requests.status === 'ready' &&
              t('requests.total', {
                number: String(requests.answer.items.length),
              })}
          </div>
        </VisuallyHidden>
        <p className={styles.back}>
          <Link href={fleet()}>{t('fleet.title')}</Link>
        </p>
        <Text as="h2" variant="title-small">
          {t('requests.title')}
        </Text>
        <AnswerView state={requests}>
          {answer => (
            <RequestList
              answer={answer}
              onCanceled={
                requests.status === 'ready' ? requests.retry : () => {}
              }
            />
          )}
        </AnswerView>
      </Surface>
    </Container>
  );
}

function RequestList(props: {
  readonly answer: OpenRequestsResponse;
  readonly onCanceled: () => void;
}) {
  const { items, problems, lookedAt } = props.answer;
  const t = useWords();
  return (
    <div className={styles.requests}>
      <PartialAlerts problems={problems} />
      {!items.length && (
        <Text as="p" color="secondary">
          {t(lookedAt === undefined ? 'requests.notYet' : 'requests.none')}
        </Text>
      )}
      {items.map(request => (
        <RequestCard
          key={`${request.target} ${request.branch}`}
          request={request}
          action={
            request.mayCancel && (
              <CancelRequest request={request} onCanceled={props.onCanceled} />
            )
          }
        />
      ))}
    </div>
  );
}
