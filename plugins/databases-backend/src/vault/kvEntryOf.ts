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

import { Fields, VaultKvEntry } from '@basewell/plugin-databases-common/domain';
import { instantOf } from './instantOf';

/**
 * Metadata of an entry of KV version 2:
 *
 * ```
 * current_version: 3
 * updated_time: 2026-11-20T10:00:00Z       moves with custom_metadata, too
 * versions: { "3": { created_time, deletion_time, destroyed } }
 * ```
 *
 * `deletion_time` is empty, of the past, or of the future when versions are
 * deleted by age. What people put into `custom_metadata` is not looked at.
 *
 * @param now - milliseconds since the epoch
 * @returns nothing when it has another shape
 */
export function kvEntryOf(data: Fields, now: number): VaultKvEntry | undefined {
  const currentVersion = data.number('current_version');
  if (currentVersion === undefined) {
    return undefined;
  }
  if (currentVersion === 0) {
    // Somebody wrote metadata, and no value yet.
    return { type: 'kv', version: 2, currentVersion, missing: true };
  }
  const current = data.at('versions', String(currentVersion));
  const updatedAt =
    instantOf(current.string('created_time')) ??
    instantOf(data.string('updated_time'));
  const deletedAt = instantOf(current.string('deletion_time'));
  const deleted = current.boolean('destroyed')
    ? 'destroyed'
    : deletedAt && Date.parse(deletedAt) <= now && deletedAt;
  return {
    type: 'kv',
    version: 2,
    currentVersion,
    ...(updatedAt && { updatedAt }),
    ...(deleted && { deleted }),
  };
}
