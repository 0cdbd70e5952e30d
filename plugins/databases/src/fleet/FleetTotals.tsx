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

import { FleetResources } from '@basewell/plugin-databases-common';
import { useLanguage, useWords } from '../words';

const BYTES_PER_GIB = 2 ** 30;
const MILLIS_PER_CPU = 1000;

/** What the databases that the filters leave ask for in all. */
export function FleetTotals(props: {
  readonly resources: FleetResources | undefined;
  readonly total: number;
}) {
  const { resources, total } = props;
  const language = useLanguage();
  const t = useWords();
  if (!resources?.known) {
    return null;
  }
  const { known, storageBytes, cpuMillis, memoryBytes } = resources;
  const rounded = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <p>
      {t('fleet.totals', {
        storage: rounded.format(storageBytes / BYTES_PER_GIB),
        cpu: rounded.format(cpuMillis / MILLIS_PER_CPU),
        memory: rounded.format(memoryBytes / BYTES_PER_GIB),
        known: String(known),
        total: String(total),
      })}
    </p>
  );
}
