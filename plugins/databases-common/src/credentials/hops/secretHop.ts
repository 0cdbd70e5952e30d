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

import { nameOf } from '../nameOf';
import { SecretUse } from '../SecretUse';
import { TracedHop } from '../TracedHop';

/**
 * The values of the Secret are never read: who uses it says which version it has
 * seen, or who writes it says that it did.
 *
 * @param writer - the last hop before it
 */
export function secretHop(use: SecretUse, writer?: TracedHop): TracedHop {
  const object = nameOf(use);
  const seen = { role: 'secret', title: 'Secret', object } as const;
  if (use.read) {
    return { ...seen, report: { says: 'good' }, evidence: [use.read] };
  }
  return writer?.role === 'transport' && writer.report.says === 'good'
    ? { ...seen, report: writer.report, evidence: writer.evidence }
    : { ...seen, report: { says: 'unseen' }, evidence: [{ object }] };
}
