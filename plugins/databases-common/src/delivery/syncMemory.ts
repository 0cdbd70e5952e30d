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

import { Memory, Remark } from '../assessment';
import { ApplicationData } from '../kinds';
import { Fact } from '../model';
import { applicationName } from './applicationName';

/** Argo CD does not say since when an Application is out of sync. */
export function syncRemark(application: Fact<ApplicationData>): Remark {
  return {
    key: `sync:${applicationName(application)}`,
    value: application.data.sync.status ?? '',
  };
}

/** Since when it has the sync status that it has, as far as it was seen. */
export function syncSince(
  application: Fact<ApplicationData>,
  memory: Memory,
): { readonly since?: string } {
  const { key, value } = syncRemark(application);
  const remembered = memory.get(key);
  return remembered?.value === value ? { since: remembered.since } : {};
}
