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

import { Entity, getCompoundEntityRef } from '@backstage/catalog-model';
import { Alert, Button, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { EmptyTab, PartialAlerts, RequestCard } from '../parts';
import { useWords } from '../words';
import styles from './DatabasesTab.module.css';
import { RequestsState, useRequests } from './useRequests';

/** The databases of one service: for now what was requested and is not merged yet. */
export function DatabasesTab(props: {
  readonly entity: Entity;
  /** Where a database is asked for; left out when the portal has no such page. */
  readonly createUrl?: string;
}) {
  const { entity, createUrl } = props;
  const t = useWords();
  const requests = useRequests(getCompoundEntityRef(entity));
  return (
    <section className={styles.tab} aria-labelledby="databases-requested">
      <div>
        <Text as="h2" variant="title-x-small" id="databases-requested">
          {t('tab.requested')}
        </Text>
        <Text as="p" color="secondary">
          {t('tab.requestedDescription')}
        </Text>
      </div>
      <VisuallyHidden>
        <div role="status">{spoken(requests)}</div>
      </VisuallyHidden>
      {shown(requests)}
    </section>
  );

  function spoken(state: RequestsState): string {
    switch (state.status) {
      case 'loading':
        return t('tab.loading');
      case 'ready':
        return t('tab.loaded', { count: state.answer.items.length });
      default:
        return t(state.status === 'failed' ? 'tab.failed' : 'tab.forbidden');
    }
  }

  function shown(state: RequestsState) {
    switch (state.status) {
      case 'loading':
        return <Skeleton height={160} />;
      case 'forbidden':
        return (
          <Alert
            status="warning"
            icon
            title={t('tab.forbidden')}
            description={t('tab.forbiddenRemedy')}
          />
        );
      case 'failed':
        return (
          <Alert
            status="danger"
            icon
            title={t('tab.failed')}
            description={reasonOf(state.error)}
            customActions={
              <Button size="small" variant="secondary" onPress={state.retry}>
                {t('tab.retry')}
              </Button>
            }
          />
        );
      default:
        return (
          <>
            <PartialAlerts problems={state.answer.problems} />
            {state.answer.items.map(request => (
              <RequestCard
                key={`${request.target} ${request.environments}`}
                request={request}
              />
            ))}
            {state.answer.items.length === 0 && (
              <EmptyTab
                entity={entity}
                createUrl={createUrl}
                partly={state.answer.problems.length > 0}
              />
            )}
          </>
        );
    }
  }
}

/** A server's answer carries its own words below the status line. */
function reasonOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error ? cause.message : error.message;
}
