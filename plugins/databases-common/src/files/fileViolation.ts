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

import { violation, type MessageKey, type ParamsOf } from '../messages';
import { Severity } from '../model';
import { FilePlace, FileViolation } from './FileRule';
import { InspectedFile } from './InspectedTree';

/**
 * What a rule found in a file, with all parameters of its message.
 *
 * @param severity - left out: the rule's own
 */
export function fileViolation<Key extends MessageKey>(
  { path, commit }: InspectedFile,
  at: Pick<FilePlace, 'line' | 'key'>,
  message: Key,
  params: ParamsOf<Key>,
  severity?: Severity,
): FileViolation {
  return {
    ...violation(message, params),
    ...(severity && { severity }),
    evidence: [{ object: path, field: `line ${at.line}` }],
    place: { path, ...at, ...(commit && { commit }) },
  };
}
