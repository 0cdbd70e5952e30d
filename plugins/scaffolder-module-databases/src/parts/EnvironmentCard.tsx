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

import {
  Badge,
  Card,
  CardBody,
  Checkbox,
  Flex,
  TextField,
} from '@backstage/ui';
import {
  EnvironmentRequest,
  isPositiveQuantity,
  suggestQuantity,
  TargetEnvironment,
  TargetSummary,
} from '@basewell/plugin-databases-common';
import { RiShieldStarLine } from '@remixicon/react';
import { useWords } from '../state';
import { BackupChoice } from './BackupChoice';
import { ClusterChoice } from './ClusterChoice';
import { SizeChoice } from './SizeChoice';

/** One environment of the target, and what is asked for there. */
export function EnvironmentCard(props: {
  readonly environment: TargetEnvironment;
  readonly target: TargetSummary;
  readonly value: EnvironmentRequest | undefined;
  readonly onChange: (request: EnvironmentRequest | undefined) => void;
}) {
  const { target, value, onChange } = props;
  const { name: environment, production, size } = props.environment;
  const t = useWords();
  const shared = target.sharedClusters.filter(({ environments }) =>
    environments.includes(environment),
  );
  const offersChart = target.inChart.environments.includes(environment);
  const isOwn = value && !value.sharedCluster && !value.inChart;
  const preset = target.sizes[value?.size ?? size];
  const change = (changed: Partial<EnvironmentRequest>) => {
    const entries = Object.entries({ name: environment, ...value, ...changed });
    const given = entries.filter(([, field]) => field !== undefined);
    onChange(Object.fromEntries(given) as unknown as EnvironmentRequest);
  };
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="4">
          <Flex gap="2" align="center">
            <Checkbox
              isSelected={value !== undefined}
              onChange={selected =>
                onChange(selected ? { name: environment, size } : undefined)
              }
            >
              {t('environments.wanted', { environment })}
            </Checkbox>
            {production && (
              <Badge icon={<RiShieldStarLine aria-hidden size={14} />}>
                {t('environments.production')}
              </Badge>
            )}
          </Flex>
          {value && (shared.length > 0 || offersChart) && (
            <ClusterChoice
              environment={environment}
              clusters={shared}
              offersChart={offersChart}
              value={value}
              onChange={choice =>
                // What is left out belongs to a cluster of its own.
                onChange({
                  name: environment,
                  ...(Object.keys(choice).length ? choice : { size }),
                })
              }
            />
          )}
          {isOwn && (
            <>
              <SizeChoice
                environment={environment}
                sizes={target.sizes}
                value={value.size ?? size}
                onChange={chosen => change({ size: chosen })}
              />
              <TextField
                label={t('environments.storage', { environment })}
                description={t('environments.storageDescription', {
                  storage: preset?.storage ?? '',
                })}
                placeholder={preset?.storage}
                value={value.storage ?? ''}
                onChange={storage => change({ storage: storage || undefined })}
                validationBehavior="aria"
                validate={storage =>
                  storage === '' || isPositiveQuantity(storage)
                    ? undefined
                    : t('environments.storageWrong', {
                        storage,
                        suggestion: suggestQuantity(storage, '5Gi'),
                      })
                }
              />
              <BackupChoice
                environment={environment}
                production={production}
                target={target.backup}
                value={value.backup}
                onChange={backup => change({ backup })}
              />
              <Checkbox
                isSelected={Boolean(value.pooler)}
                onChange={pooler => change({ pooler: pooler ? {} : undefined })}
              >
                {t('environments.pooler', { environment })}
              </Checkbox>
            </>
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}
