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
import { DeliveryDescription } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import styles from './DeliveryList.module.css';
import { RelativeTime } from './RelativeTime';
import { StateBadge } from './StateBadge';

/** What brings the database and its app into the Kubernetes cluster. */
export function DeliveryList(props: {
  readonly applications: readonly DeliveryDescription[];
}) {
  const t = useWords();
  return (
    <ul className={styles.applications} aria-label={t('delivery.applications')}>
      {props.applications.map(
        ({ object, delivers, state, revision, lastOperationAt, url }) => (
          <li key={object} className={styles.application}>
            <StateBadge lane="delivery" state={state} />
            {url ? (
              <Link href={url} target="_blank">
                {object}
              </Link>
            ) : (
              <span>{object}</span>
            )}
            <span className={styles.side}>
              {t(`delivery.delivers.${delivers}`)}
              {revision && (
                <span title={revision}>
                  , {t('delivery.revision', { revision: short(revision) })}
                </span>
              )}
              {lastOperationAt && (
                <>
                  , <RelativeTime instant={lastOperationAt} />
                </>
              )}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}

/** A commit's first eight digits; a tag or a branch as it is. */
function short(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 8) : revision;
}
