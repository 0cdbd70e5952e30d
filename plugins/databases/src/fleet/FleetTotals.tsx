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
  FleetResources,
  FleetResponse,
  FleetServiceTotals,
} from '@basewell/plugin-databases-common';
import { EntityLink, PlainTable } from '../parts';
import { useLanguage, useWords } from '../words';
import styles from './FleetTotals.module.css';

const BYTES_PER_GIB = 2 ** 30;
const MILLIS_PER_CPU = 1000;

/** What the databases that the filters leave ask for in all, and by service. */
export function FleetTotals(
  props: Pick<FleetResponse, 'resources' | 'services' | 'total'>,
) {
  const { resources, services, total } = props;
  const language = useLanguage();
  const t = useWords();
  if (!resources?.known) {
    return null;
  }
  const rounded = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const { items = [], total: all = 0 } = services ?? {};
  const label = t('fleet.services.title', { number: String(all) });
  return (
    <div>
      <p>
        {t('fleet.totals', {
          ...amounts(resources),
          known: String(resources.known),
          total: String(total),
        })}
      </p>
      {items.length > 0 && (
        <details className={styles.services}>
          <summary>{label}</summary>
          <PlainTable
            label={label}
            columns={[
              t('fleet.services.service'),
              t('fleet.services.databases'),
              t('fleet.services.storage'),
              t('fleet.services.cpu'),
              t('fleet.services.memory'),
            ]}
            rows={items.map(item => ({ key: item.ref, cells: cellsOf(item) }))}
          />
          <p>
            {t('fleet.services.note', {
              shown: String(items.length),
              number: String(all),
            })}
          </p>
        </details>
      )}
    </div>
  );

  function amounts({ storageBytes, cpuMillis, memoryBytes }: FleetResources) {
    return {
      storage: rounded.format(storageBytes / BYTES_PER_GIB),
      cpu: rounded.format(cpuMillis / MILLIS_PER_CPU),
      memory: rounded.format(memoryBytes / BYTES_PER_GIB),
    };
  }

  /** Nothing is a claim: of databases of which nothing is known there is no sum. */
  function cellsOf(item: FleetServiceTotals) {
    const { ref, databases, known } = item;
    const { storage, cpu, memory } = amounts(item);
    return [
      <EntityLink key={ref} entityRef={ref} />,
      known === databases
        ? String(databases)
        : t('fleet.services.knownOf', {
            known: String(known),
            number: String(databases),
          }),
      ...[storage, cpu, memory].map(amount => (known ? amount : '—')),
    ];
  }
}
