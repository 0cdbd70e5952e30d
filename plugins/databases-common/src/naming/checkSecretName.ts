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

const LIMIT = 253;

/**
 * The name of a Secret: a DNS-1123 subdomain of at most 253 characters.
 *
 * @param what - the kind of name, such as `runtimeSecret`
 * @public
 */
export function checkSecretName(
  what: string,
  name: string,
): Violation | undefined {
  const label = '[a-z0-9]([a-z0-9-]*[a-z0-9])?';
  const valid = new RegExp(`^${label}(\\.${label})*$`).test(name);
  if (valid && name.length <= LIMIT) {
    return undefined;
  }
  const alternative = toDnsLabel(name);
  return valid
    ? violation('naming.tooLong', {
        what,
        name,
        length: name.length,
        limit: LIMIT,
        alternative,
      })
    : violation('naming.label', { what, name, alternative });
}
