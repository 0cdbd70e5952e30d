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

import { InspectedDocument } from '@basewell/plugin-databases-common/domain';
import { DocumentFields } from './DocumentFields';

/** Kinds whose switches decide whether a secret is safe and fresh. */
const kinds: readonly (string | undefined)[] = [
  'VaultAuth',
  'VaultConnection',
  'VaultDynamicSecret',
  'VaultPKISecret',
  'VaultStaticSecret',
];

/** Switches and lengths of lists: nothing that could be a value. */
export function settingsOf(
  object: DocumentFields,
): InspectedDocument['settings'] {
  if (!kinds.includes(object.name('kind'))) {
    return {};
  }
  const settings: {
    [path: string]: { line: number; value: boolean | number };
  } = {};
  for (const { path, line, value } of object.leaves) {
    const place = path.findIndex(part => typeof part === 'number');
    if (place >= 0) {
      const list = path.slice(0, place).join('.');
      settings[list] ??= { line, value: 0 };
      settings[list].value = Math.max(
        Number(settings[list].value),
        Number(path[place]) + 1,
      );
    } else if (typeof value === 'boolean') {
      settings[path.join('.')] = { line, value };
    }
  }
  return settings;
}
