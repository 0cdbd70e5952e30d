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

import { Fields, MetricRow } from '@basewell/plugin-databases-common/domain';

/**
 * Answer of `/api/v1/query`:
 *
 * ```json
 * {"status": "success", "data": {"resultType": "vector", "result": [
 *   {"metric": {"namespace": "databases", "pod": "shop-1"}, "value": [1795308963, "0.5"]}]}}
 * ```
 *
 * @returns `undefined` for what is no such answer
 */
export function readVector(answer: unknown): readonly MetricRow[] | undefined {
  const fields = Fields.of(answer);
  return fields.string('status') === 'success' &&
    fields.string('data', 'resultType') === 'vector'
    ? fields.list('data', 'result').map(row => ({
        labels: Object.fromEntries(
          row
            .entries('metric')
            .map(([name, value]) => [name, value.string() ?? '']),
        ),
        // "NaN" and "+Inf" are no readings.
        value: Number(row.list('value')[1]?.string()),
      }))
    : undefined;
}
