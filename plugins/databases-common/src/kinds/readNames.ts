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

import { CharacterBudget } from './CharacterBudget';
import { shortText } from './shortText';

/** What they may take of the 2 kB, as JSON. */
const ROOM = 160;

/** Names of databases or roles, each once, as many as there is room for. */
export function readNames(
  names: readonly (string | undefined)[],
): readonly string[] {
  const found = names.flatMap(name => (name ? [shortText(name, 63)!] : []));
  return new CharacterBudget(ROOM).keep([...new Set(found)]).kept;
}
