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
import { Text, VisuallyHidden } from '@backstage/ui';
import {
  Ambiguities,
  AnswerView,
  CoverageBanner,
  DatabaseList,
  EmptyTab,
  PlannedDatabases,
  Surface,
  useChangedVerdict,
} from '../parts';
import { useWords } from '../words';
import { RequestedSection } from './RequestedSection';
import { useEntityDatabases } from './useEntityDatabases';
import { useRequests } from './useRequests';

/** The databases of one service: what was requested, then what runs, worst first. */
export function DatabasesTab(props: {
  readonly entity: Entity;
  /** Where a database is asked for; left out when the portal has no such page. */
  readonly createUrl?: string;
}) {
  const { entity, createUrl } = props;
  const t = useWords();
  const ref = getCompoundEntityRef(entity);
  const databases = useEntityDatabases(ref);
  const requests = useRequests(ref);
  const changed = useChangedVerdict(
    databases.status === 'ready' ? databases.answer.items : undefined,
  );
  const requested =
    requests.status === 'ready' ? requests.answer.items.length : 0;
  // As long as requests are not known, nobody knows that there is nothing.
  const askedAll =
    requests.status === 'ready' && requests.answer.problems.length === 0;
  return (
    <Surface>
      <VisuallyHidden>
        <div role="status">{changed || spoken()}</div>
      </VisuallyHidden>
      <RequestedSection requests={requests} />
      <AnswerView state={databases}>
        {({ items, ambiguous, gaps, planned, searched }) => (
          <>
            <CoverageBanner gaps={gaps} />
            <Ambiguities ambiguous={ambiguous} />
            <PlannedDatabases engines={planned} />
            {items.length > 0 && (
              <>
                {requested > 0 && (
                  <Text as="h2" variant="title-x-small">
                    {t('tab.running')}
                  </Text>
                )}
                <DatabaseList items={items} />
              </>
            )}
            {items.length + requested + ambiguous.length === 0 &&
              requests.status !== 'loading' && (
                <EmptyTab
                  entity={entity}
                  searched={searched}
                  gaps={gaps}
                  createUrl={createUrl}
                  askedAll={askedAll}
                />
              )}
          </>
        )}
      </AnswerView>
    </Surface>
  );

  function spoken(): string {
    switch (databases.status) {
      case 'loading':
        return t('tab.loading');
      case 'ready':
        return t('tab.loaded', {
          number: String(databases.answer.items.length),
        });
      default:
        return t(
          databases.status === 'failed' ? 'answer.failed' : 'answer.forbidden',
        );
    }
  }
}
