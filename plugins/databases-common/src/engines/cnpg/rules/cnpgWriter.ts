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

import { endpointSlice } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { CnpgHealthRule } from '../CnpgHealthSubject';
import { isWithin } from '../../isWithin';
import { witnessed } from '../../witnessed';

export const cnpgWriter: CnpgHealthRule = {
  id: 'cnpg-writer',
  title: 'Whether there is an address behind the service that apps write to.',
  check(subject) {
    const { writers, instances, phase, hibernation, memory, settings } =
      subject;
    // Without any instance that is said already, and the address goes with it.
    if (
      !writers?.length ||
      instances.ready === 0 ||
      phase.meaning === 'bootstrapping' ||
      hibernation !== 'off' ||
      writers.some(({ data }) => data.ready > 0)
    ) {
      return [];
    }
    const since = witnessed(memory, 'writer', 'none') ?? instances.since;
    const young = isWithin(subject, since, settings.outageGrace);
    return [
      observation(
        'cnpgWriter.noAddress',
        { service: writers[0].data.service },
        {
          state: young ? 'degraded' : 'failed',
          severity: 'error',
          since,
          evidence: writers.map(fact =>
            evidenceOf(
              endpointSlice,
              fact,
              'endpoints[].conditions.ready',
              `0 of ${fact.data.endpoints}`,
            ),
          ),
          commands: [
            `kubectl get endpointslices -n ${subject.namespace} -l kubernetes.io/service-name=${writers[0].data.service}`,
          ],
        },
      ),
    ];
  },
};
