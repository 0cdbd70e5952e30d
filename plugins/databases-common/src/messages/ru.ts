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

import { backup } from './ru/backup';
import { coverage } from './ru/coverage';
import { credential } from './ru/credential';
import { delivery } from './ru/delivery';
import { files } from './ru/files';
import { health } from './ru/health';
import { metrics } from './ru/metrics';
import { operated } from './ru/operated';
import { order } from './ru/order';
import { planning } from './ru/planning';
import { statefulSets } from './ru/statefulSets';
import { Message, MessageKey } from './Message';

/**
 * The same sentences in Russian.
 *
 * @public
 */
export const ru: { readonly [key in MessageKey]: Message } = {
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
};
