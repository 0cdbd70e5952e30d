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

import { Link } from '@backstage/ui';
import { DatabaseDetail, laneIds } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import { ConnectPanel } from './ConnectPanel';
import { DatabaseFacts } from './DatabaseFacts';
import styles from './DatabaseDetails.module.css';
import { LaneFacts } from './LaneFacts';
import { LaneSection } from './LaneSection';
import { PanelSection } from './PanelSection';
import { QuoteList } from './QuoteList';

/** Everything about one database: its lanes in the order of the page, then the facts. */
export function DatabaseDetails(props: {
  readonly item: DatabaseDetail;
  /** Where its own page is; left out there. */
  readonly pageUrl?: string;
}) {
  const { item, pageUrl } = props;
  const { database, description, lanes, links, runbooks } = item;
  const { connection, quotes } = description;
  const t = useWords();
  return (
    <div className={styles.details}>
      {laneIds.map(lane => {
        const verdict = lanes[lane];
        return (
          verdict && (
            <LaneSection
              key={lane}
              database={database.id}
              lane={lane}
              verdict={verdict}
              runbooks={runbooks}
            >
              <LaneFacts
                database={database.id}
                lane={lane}
                description={description}
              />
            </LaneSection>
          )
        );
      })}
      {quotes && quotes.length > 0 && (
        <PanelSection title={t('quote.title')}>
          <QuoteList quotes={quotes} />
        </PanelSection>
      )}
      {connection && (
        <PanelSection title={t('connect.title')}>
          <ConnectPanel connection={connection} />
        </PanelSection>
      )}
      <PanelSection title={t('database.about')}>
        <DatabaseFacts item={item} />
        {(links.length > 0 || pageUrl) && (
          <p className={styles.links}>
            {pageUrl && <Link href={pageUrl}>{t('database.page')}</Link>}
            {links.map(({ title, url }) => (
              <Link key={url} href={url} target="_blank">
                {title}
              </Link>
            ))}
          </p>
        )}
      </PanelSection>
    </div>
  );
}
