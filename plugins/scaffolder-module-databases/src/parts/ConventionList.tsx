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

import { Text } from '@backstage/ui';
import { StatedConvention } from '@basewell/plugin-databases-common';
import { useWords } from '../state';
import styles from './ConventionList.module.css';

/** What the plan does as the repositories do it, with the files that show it. */
export function ConventionList(props: {
  readonly conventions: readonly StatedConvention[];
}) {
  const t = useWords();
  if (!props.conventions.length) {
    return null;
  }
  return (
    <details>
      <summary className={styles.summary}>
        {t('conventions.title', {
          number: String(props.conventions.length),
        })}
      </summary>
      <ul className={styles.list}>
        {props.conventions.map(
          ({ repository, what, value, evidence, from }) => (
            <li key={`${repository} ${what} ${value}`}>
              <Text>
                {what}: <strong>{value}</strong>
              </Text>{' '}
              <Text color="secondary">
                {from === 'files'
                  ? t('conventions.from.files', {
                      repository,
                      files: evidence.join(', '),
                    })
                  : t(`conventions.from.${from}`)}
              </Text>
            </li>
          ),
        )}
      </ul>
    </details>
  );
}
