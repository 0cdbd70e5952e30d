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

import type { ReactNode } from 'react';
import styles from './LaneSection.module.css';

/** A part of a database's page that is not judged: laid out like a lane. */
export function PanelSection(props: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { title, children } = props;
  return (
    <section className={styles.lane} aria-label={title}>
      <div className={styles.head}>
        <h4>{title}</h4>
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
