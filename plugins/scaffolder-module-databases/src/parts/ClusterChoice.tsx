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
import {
  EnvironmentRequest,
  TargetSummary,
} from '@basewell/plugin-databases-common';
import { useWords } from '../state';
import styles from './RadioWords.module.css';

/** No CNPG cluster can be called that: its names have a letter first. */
const OWN = '-';
const CHART = '+';

/** Nothing: a cluster of its own. */
type Choice = Pick<EnvironmentRequest, 'sharedCluster' | 'inChart'>;

/**
 * A cluster of its own, one that stands, or what the app's chart brings, with what
 * each of them means.
 */
export function ClusterChoice(props: {
  readonly environment: string;
  readonly clusters: TargetSummary['sharedClusters'];
  /** Whether the app's chart may bring it. */
  readonly offersChart: boolean;
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}) {
  const { environment, clusters, offersChart, value, onChange } = props;
  const t = useWords();
  return (
    <RadioGroup
      label={t('environments.cluster', { environment })}
      value={value.inChart ? CHART : (value.sharedCluster ?? OWN)}
      onChange={chosen => onChange(choiceOf(chosen))}
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
      {offersChart && (
        <Radio value={CHART} className={styles.radio}>
          <span className={styles.words}>
            <Text weight="bold">{t('environments.inChart')}</Text>
            <Text color="secondary">{t('environments.inChartMeans')}</Text>
          </span>
        </Radio>
      )}
    </RadioGroup>
  );
}

function choiceOf(chosen: string): Choice {
  if (chosen === CHART) {
    return { inChart: true };
  }
  return chosen === OWN ? {} : { sharedCluster: chosen };
}
