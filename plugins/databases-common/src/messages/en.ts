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

import { backup } from './en/backup';
import { coverage } from './en/coverage';
import { credential } from './en/credential';
import { delivery } from './en/delivery';
import { files } from './en/files';
import { health } from './en/health';
import { metrics } from './en/metrics';
import { operated } from './en/operated';
import { order } from './en/order';
import { planning } from './en/planning';
import { statefulSets } from './en/statefulSets';

/**
 * Every sentence of the findings, in English. `{name}` is a parameter,
 * `{name:format}` one that `formatParam` puts into words; lists are joined with
 * commas. A summary says what is the case, a remedy what to do.
 *
 * @public
 */
export const en = {
  ...backup,
  ...coverage,
  ...credential,
  ...delivery,
  ...files,
  ...health,
  ...metrics,
  ...operated,
  ...order,
  ...planning,
  ...statefulSets,
} as const;
