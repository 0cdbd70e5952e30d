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
import { Container, Link, VisuallyHidden } from '@backstage/ui';
import { AnswerView, CoverageBanner, Surface } from '../parts';
import { databaseSubRouteRef, requestsSubRouteRef } from '../routes';
import { useWords } from '../words';
import { FleetAnswer } from './FleetAnswer';
import styles from './FleetPage.module.css';
import { useFleet } from './useFleet';
import { useFleetQuery } from './useFleetQuery';

/** All databases that the reader may see. */
export function FleetPage() {
  const t = useWords();
  const { query, change, reset } = useFleetQuery();
  const fleet = useFleet(query);
  const databasePage = useRouteRef(databaseSubRouteRef);
  const requests = useRouteRef(requestsSubRouteRef);
  return (
    <Container>
      <Surface>
        <VisuallyHidden>
          <div role="status">
            {fleet.status === 'loading' && t('fleet.loading')}
            {fleet.status === 'ready' &&
              !fleet.pending &&
              t('fleet.total', { number: String(fleet.answer.total) })}
          </div>
        </VisuallyHidden>
        <p className={styles.requests}>
          <Link href={requests()}>{t('requests.title')}</Link>
        </p>
        <AnswerView state={fleet}>
          {answer => (
            <>
              <CoverageBanner gaps={answer.gaps} />
              <FleetAnswer
                answer={answer}
                pending={fleet.status === 'ready' && fleet.pending}
                query={query}
                onChange={change}
                onReset={reset}
                pageOf={id => databasePage({ id })}
              />
            </>
          )}
        </AnswerView>
      </Surface>
    </Container>
  );
}
