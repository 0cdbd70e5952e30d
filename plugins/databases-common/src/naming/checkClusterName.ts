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

import { violation } from '../messages';
import { Violation } from '../model';
import { toDnsLabel } from './toDnsLabel';

/** CloudNativePG appends suffixes such as `-rw` and `-1-wal` (its webhook, v1.30). */
const LIMIT = 50;

/**
 * The name of a CNPG cluster: a DNS-1035 label of at most 50 characters.
 *
 * @public
 */
export function checkClusterName(name: string): Violation | undefined {
  if (name.length <= LIMIT && /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
    return undefined;
  }
  const alternative = toDnsLabel(name, LIMIT);
  return name.length > LIMIT
    ? violation('naming.tooLong', {
        what: 'cluster',
        name,
        length: name.length,
        limit: LIMIT,
        alternative,
      })
    : violation('naming.label', { what: 'cluster', name, alternative });
}
