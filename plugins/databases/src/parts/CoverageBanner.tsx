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
import { CoverageGap } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import styles from './CoverageBanner.module.css';
import { CoverageGapItem } from './CoverageGapItem';

/** What cannot be seen, in sentences: nobody shall take silence for health. */
export function CoverageBanner(props: {
  readonly gaps: readonly CoverageGap[];
}) {
  const { gaps } = props;
  const t = useWords();
  if (!gaps.length) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title={t('coverage.title')}
      description={
        <ul className={styles.gaps}>
          {gaps.map(gap => (
            <CoverageGapItem
              key={`${gap.kubernetesCluster} ${gap.state} ${gap.kinds}`}
              gap={gap}
            />
          ))}
        </ul>
      }
    />
  );
}
