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

import { Alert } from '@backstage/ui';
import { EntryToFill } from '@basewell/plugin-databases-common';
import { useWords } from '../state';
import styles from './StoreEntries.module.css';

/** What a person fills into a secret store before the first merge, with how. */
export function StoreEntries(props: {
  readonly entries: readonly EntryToFill[];
}) {
  const t = useWords();
  if (!props.entries.length) {
    return null;
  }
  return (
    <ul className={styles.list}>
      {props.entries.map(({ environment, store, entry, keys, command }) => (
        <li key={`${environment} ${store} ${entry}`}>
          <Alert
            status="warning"
            icon
            title={t('entries.title', { environment, entry, store })}
            description={
              <>
                {t('entries.keys', { keys: keys.join(', ') })}{' '}
                {t(
                  command === undefined ? 'entries.random' : 'entries.command',
                )}
                {command !== undefined && (
                  <pre className={styles.command}>
                    <code>{command}</code>
                  </pre>
                )}
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
}
