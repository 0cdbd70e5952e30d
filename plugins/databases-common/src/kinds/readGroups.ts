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
import { OperatedGroup } from './OperatedData';
import { shortText } from './shortText';

/** What they may take of the 2 kB, as JSON. */
const ROOM = 360;

/** Parts with instances; those that there is no room for count together, for none may be lost. */
export function readGroups(
  groups: readonly OperatedGroup[],
): readonly OperatedGroup[] {
  const named = groups.map(group => ({
    ...group,
    name: shortText(group.name, 46)!,
  }));
  const { kept } = new CharacterBudget(ROOM).keep(named);
  const rest = named.slice(kept.length);
  return rest.length ? [...kept, merge(rest)] : kept;
}

function merge(groups: readonly OperatedGroup[]): OperatedGroup {
  const sum = (of: 'wanted' | 'ready' | 'updated') =>
    groups.every(group => group[of] !== undefined)
      ? groups.reduce((total, group) => total + group[of]!, 0)
      : undefined;
  return {
    name: `+${groups.length}`,
    wanted: sum('wanted'),
    ready: sum('ready'),
    updated: sum('updated'),
  };
}
