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

import { Checkbox, Flex, TextField } from '@backstage/ui';
import { Waiver } from '@basewell/plugin-databases-common';
import { FieldGroup, TargetBoundary } from '../parts';
import {
  DatabaseFieldProps,
  parametersOf,
  usePreview,
  useWords,
} from '../state';

/** Rules that the preview found broken and that may be: each with a reason. */
export function DatabaseWaivers(props: DatabaseFieldProps<'waivers'>) {
  const { formData = [], onChange } = props;
  const t = useWords();
  const preview = usePreview();
  const found = preview.status === 'idle' ? [] : (preview.last?.findings ?? []);
  const broken = new Set([
    ...found
      .filter(({ severity, waiver }) => severity === 'error' || waiver)
      .map(({ rule }) => rule),
    ...formData.map(({ rule }) => rule),
  ]);
  return (
    <TargetBoundary parameters={parametersOf(props)}>
      {target => {
        const rules = target.waivableRules.filter(({ id }) => broken.has(id));
        return rules.length === 0 ? (
          <></>
        ) : (
          <FieldGroup
            title={t('waivers.label')}
            description={t('waivers.description')}
          >
            {rules.map(({ id, title }) => (
              <WaiverFields
                key={id}
                title={title}
                value={formData.find(({ rule }) => rule === id)}
                onChange={waiver =>
                  onChange([
                    ...formData.filter(({ rule }) => rule !== id),
                    ...(waiver ? [{ rule: id, reason: '', ...waiver }] : []),
                  ])
                }
              />
            ))}
          </FieldGroup>
        );
      }}
    </TargetBoundary>
  );
}

function WaiverFields(props: {
  readonly title: string;
  readonly value: Waiver | undefined;
  readonly onChange: (waiver: Partial<Waiver> | undefined) => void;
}) {
  const { title: rule, value, onChange } = props;
  const t = useWords();
  return (
    <Flex direction="column" gap="2">
      <Checkbox
        isSelected={value !== undefined}
        onChange={selected => onChange(selected ? {} : undefined)}
      >
        {t('waivers.waive', { rule })}
      </Checkbox>
      {value && (
        <>
          <TextField
            label={t('waivers.reason', { rule })}
            isRequired
            value={value.reason}
            onChange={reason => onChange({ ...value, reason })}
          />
          <TextField
            label={t('waivers.until')}
            description={t('waivers.untilDescription')}
            value={value.until ?? ''}
            onChange={until => {
              const { until: before, ...rest } = value;
              onChange(until ? { ...rest, until } : rest);
            }}
          />
        </>
      )}
    </Flex>
  );
}
