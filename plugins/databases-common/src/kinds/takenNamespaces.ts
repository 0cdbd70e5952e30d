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

import { Fields } from '../observation';

/** As many as one fact has room for: those after them are not seen. */
const MOST = 16;

/**
 * The namespaces that a Backup of Velero takes, or the template of a Schedule.
 *
 * @returns `*` for all; none when some are left out of all, since it is not seen which there are
 */
export function takenNamespaces(spec: Fields): readonly string[] {
  const included = spec.strings('includedNamespaces');
  const excluded = spec.strings('excludedNamespaces');
  if (included.length && !included.includes('*')) {
    return included
      .filter(name => !excluded.includes(name) && name.length <= 63)
      .slice(0, MOST);
  }
  return excluded.length ? [] : ['*'];
}
