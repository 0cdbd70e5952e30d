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

import { DatabaseInstance } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import { PlainTable } from './PlainTable';

/** Who serves, in which role, and where. */
export function Instances(props: {
  readonly instances: readonly DatabaseInstance[];
}) {
  const { instances } = props;
  const t = useWords();
  // Only PostgreSQL counts them, and only its operators tell.
  const counted = instances.some(({ timeline }) => timeline !== undefined);
  return (
    <PlainTable
      label={t('instances.title')}
      columns={[
        t('instances.name'),
        t('instances.role'),
        t('instances.ready'),
        ...(counted ? [t('instances.timeline')] : []),
        t('instances.node'),
      ]}
      rows={instances.map(instance => ({
        key: instance.name,
        cells: [
          instance.name,
          t(`instances.roles.${instance.role}`),
          [readyWord(instance.ready), ...instance.remarks].join(', '),
          ...(counted ? [instance.timeline] : []),
          [instance.node, instance.zone].filter(Boolean).join(', '),
        ],
      }))}
    />
  );

  function readyWord(ready: boolean | undefined): string {
    if (ready === undefined) {
      return t('instances.readyUnknown');
    }
    return t(ready ? 'instances.isReady' : 'instances.notReady');
  }
}
