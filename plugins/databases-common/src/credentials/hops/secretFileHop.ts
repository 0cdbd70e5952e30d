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

import { sinceOf } from '../../assessment';
import { secretFile, SecretFileData } from '../../kinds';
import { Fact } from '../../model';
import { TracedHop } from '../TracedHop';

const titles: { readonly [format in SecretFileData['format']]: string } = {
  sops: 'SOPS file',
  'sealed-secret': 'SealedSecret file',
  plain: 'Plain Secret in git',
};

/** A file in git. Re-wrapping it for others leaves its time as it is. */
export function secretFileHop(fact: Fact<SecretFileData>): TracedHop {
  const { path, format, valueChange, lastModified, commit, url } = fact.data;
  const object = `file ${path}`;
  const { since } = sinceOf(valueChange?.at ?? lastModified);
  return {
    role: 'origin',
    title: titles[format],
    object,
    report: { says: 'declared' },
    ...(since && { changedAt: since }),
    ...(url && { url }),
    seen: { kind: secretFile, place: fact.kubernetesCluster },
    evidence: [
      {
        object,
        field: valueChange ? 'commit' : 'sops.lastmodified',
        value: valueChange?.commit ?? lastModified ?? commit,
        observedAt: fact.observedAt,
      },
    ],
  };
}
