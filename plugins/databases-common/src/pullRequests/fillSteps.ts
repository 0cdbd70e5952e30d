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

import { EntryToFill } from '../model';
import { codeSpan } from './codeSpan';

/** What a person puts into secret stores, one step an entry. */
export function fillSteps(entries: readonly EntryToFill[]): readonly string[] {
  return entries.map(({ environment, store, entry, keys, command }) => {
    const named = keys.map(codeSpan).join(', ');
    const how =
      command === undefined
        ? `each a random value of letters and digits, such as ${codeSpan('openssl rand -hex 24')} makes`
        : `this makes random values and shows them nowhere: \`${command.replace(/[`\s]+/g, ' ')}\``;
    return `${environment}: ${codeSpan(entry)} in ${store} has ${
      keys.length > 1 ? 'the keys' : 'the key'
    } ${named}; ${how}`;
  });
}
