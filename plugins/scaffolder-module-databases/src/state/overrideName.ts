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

import { NameOverrides } from '@basewell/plugin-databases-common';

/**
 * Names with one of them changed in one environment; an empty value takes the
 * change back. A value for all environments becomes one for each of them first.
 */
export function overrideName(
  names: NameOverrides,
  what: keyof NameOverrides,
  environment: string,
  value: string,
  environments: readonly string[],
): NameOverrides {
  const { [what]: before = {}, ...others } = names;
  const each =
    typeof before === 'string'
      ? Object.fromEntries(environments.map(name => [name, before]))
      : before;
  const { [environment]: old, ...rest } = each;
  const after = value === '' ? rest : { ...rest, [environment]: value };
  return Object.keys(after).length ? { ...others, [what]: after } : others;
}
