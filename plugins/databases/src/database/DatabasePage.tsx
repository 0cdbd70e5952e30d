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
import { useParams } from 'react-router-dom';
import {
  AnswerView,
  CoverageBanner,
  DatabaseDetails,
  DatabaseHeading,
  StaleScope,
  Surface,
  useFocusAnchor,
  useChangedVerdict,
} from '../parts';
import { rootRouteRef } from '../routes';
import { useWords } from '../words';
import { DatabaseHistory } from './DatabaseHistory';
import { MissingDatabase } from './MissingDatabase';
import styles from './DatabasePage.module.css';
import { useDatabase } from './useDatabase';

/** The page of one database: what the tab shows of it, and its history. */
export function DatabasePage() {
  const { id = '' } = useParams();
  const t = useWords();
  const fleet = useRouteRef(rootRouteRef);
  const database = useDatabase(id);
  const ready = database.status === 'ready';
  const changed = useChangedVerdict(ready ? [database.answer.item] : undefined);
  useFocusAnchor(ready);
  return (
    <Container>
      <Surface>
        <VisuallyHidden>
          <div role="status">{changed}</div>
        </VisuallyHidden>
        <p className={styles.back}>
          <Link href={fleet()}>{t('fleet.title')}</Link>
        </p>
        <AnswerView state={database} missing={<MissingDatabase id={id} />}>
          {({ item, gaps }) => (
            <StaleScope staleSince={item.staleSince}>
              <CoverageBanner gaps={gaps} />
              <div className={styles.page}>
                <h2>
                  <DatabaseHeading item={item} />
                </h2>
                <DatabaseDetails item={item} />
                <DatabaseHistory id={id} />
              </div>
            </StaleScope>
          )}
        </AnswerView>
      </Surface>
    </Container>
  );
}
