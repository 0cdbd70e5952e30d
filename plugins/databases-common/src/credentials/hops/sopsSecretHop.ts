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

import { sopsSecret, SopsSecretData } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { HopReport, TracedHop } from '../TracedHop';

/** Its status is one text, `Healthy` or what is wrong, and has no time. */
export function sopsSecretHop(fact: Fact<SopsSecretData>): TracedHop {
  return {
    role: 'transport',
    title: sopsSecret.kind,
    object: `${sopsSecret.kind} ${fact.namespace}/${fact.name}`,
    report: readReport(fact),
    seen: { kind: sopsSecret, place: fact.kubernetesCluster },
    evidence: [
      evidenceOf(sopsSecret, fact, 'status.message', fact.data.message),
    ],
  };
}

function readReport({
  data: { message },
  createdAt,
}: Fact<SopsSecretData>): HopReport {
  if (!message) {
    return { says: 'waiting', ...(createdAt && { since: createdAt }) };
  }
  return message === 'Healthy'
    ? { says: 'good' }
    : { says: 'failing', text: message };
}
