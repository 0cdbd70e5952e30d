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

const LIMIT = 63;

/**
 * A namespace, and every name that is also used as a label value: a DNS-1123
 * label of at most 63 characters. Argo CD writes the name of an Application
 * into the label `app.kubernetes.io/instance` of what it delivers.
 *
 * @param what - the kind of name, such as `appNamespace`
 * @public
 */
export function checkLabel(what: string, name: string): Violation | undefined {
  const alternative = toDnsLabel(name, LIMIT);
  if (name.length > LIMIT) {
    return violation('naming.tooLong', {
      what,
      name,
      length: name.length,
      limit: LIMIT,
      alternative,
    });
  }
  return /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)
    ? undefined
    : violation('naming.label', { what, name, alternative });
}
