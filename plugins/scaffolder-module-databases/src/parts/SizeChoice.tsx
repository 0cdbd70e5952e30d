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
import { SizePreset } from '@basewell/plugin-databases-common';
import { useWords } from '../state';
import styles from './RadioWords.module.css';

/** Size presets with what each of them means. */
export function SizeChoice(props: {
  readonly environment: string;
  readonly sizes: { readonly [id: string]: SizePreset };
  readonly value: string;
  readonly onChange: (size: string) => void;
}) {
  const { environment, sizes, value, onChange } = props;
  const t = useWords();
  return (
    <RadioGroup
      label={t('environments.size', { environment })}
      value={value}
      onChange={onChange}
    >
      {Object.entries(sizes).map(([id, preset]) => (
        <Radio key={id} value={id} className={styles.radio}>
          <span className={styles.words}>
            <Text weight="bold">{preset.title}</Text>
            <Text color="secondary">
              {t('environments.sizeMeans', {
                count: preset.instances,
                storage: preset.storage,
                cpu: preset.cpu,
                memory: preset.memory,
              })}
            </Text>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
