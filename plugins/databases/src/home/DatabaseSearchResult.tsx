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
import { RiDatabase2Line } from '@remixicon/react';
import { Surface } from '../parts';
import styles from './DatabaseSearchResult.module.css';

/**
 * An entity of a database among the results of a search.
 *
 * @public
 */
export function DatabaseSearchResult(props: {
  /** What the catalog's index holds of it. */
  readonly result?: {
    readonly title: string;
    readonly text: string;
    readonly location: string;
    readonly owner?: string;
  };
}) {
  const { result } = props;
  if (!result) {
    return null;
  }
  const { title, text, location, owner } = result;
  return (
    <Surface>
      <div className={styles.result}>
        <RiDatabase2Line aria-hidden size={20} />
        <div>
          <Link href={location}>{title}</Link>
          <p className={styles.text}>
            {[owner, text].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
    </Surface>
  );
}
