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

import { Radio, RadioGroup, Text } from '@backstage/ui';
import { TargetSummary } from '@basewell/plugin-databases-common';
import { useWords } from '../state';
import styles from './RadioWords.module.css';

/** No CNPG cluster can be called that: its names have a letter first. */
const OWN = '-';

/** A cluster of its own, or one that stands, with what each of them means. */
export function ClusterChoice(props: {
  readonly environment: string;
  readonly clusters: TargetSummary['sharedClusters'];
  /** Name of the shared cluster; `undefined`: one of its own. */
  readonly value: string | undefined;
  readonly onChange: (sharedCluster: string | undefined) => void;
}) {
  const { environment, clusters, value, onChange } = props;
  const t = useWords();
  return (
    <RadioGroup
      label={t('environments.cluster', { environment })}
      value={value ?? OWN}
      onChange={chosen => onChange(chosen === OWN ? undefined : chosen)}
    >
      <Radio value={OWN} className={styles.radio}>
        <span className={styles.words}>
          <Text weight="bold">{t('environments.ownCluster')}</Text>
          <Text color="secondary">{t('environments.ownClusterMeans')}</Text>
        </span>
      </Radio>
      {clusters.map(({ name: cluster, namespace }) => (
        <Radio key={cluster} value={cluster} className={styles.radio}>
          <span className={styles.words}>
            <Text weight="bold">
              {t('environments.sharedCluster', { cluster })}
            </Text>
            <Text color="secondary">
              {t('environments.sharedClusterMeans', { cluster, namespace })}
            </Text>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
