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
import { isWithin } from '../../isWithin';
import { witnessed } from '../../witnessed';
import { OperatedRule } from '../OperatedSubject';

export const operatedWriter: OperatedRule = {
  id: 'operated-writer',
  title: 'Whether the service that apps write to has an instance behind it.',
  check(subject) {
    const {
      writers = [],
      instances,
      stop,
      memory,
      settings,
      commands,
    } = subject;
    if (
      !writers.length ||
      !instances.ready ||
      stop !== 'off' ||
      writers.some(({ data }) => data.ready > 0)
    ) {
      return [];
    }
    // Addresses move with a failover, which takes seconds.
    const since = witnessed(memory, 'writer', 'none');
    const isYoung = isWithin(subject, since, settings.outageGrace);
    return [
      observation(
        'operatedWriter.empty',
        { service: writers[0].data.service },
        {
          state: isYoung ? 'degraded' : 'failed',
          severity: 'error',
          since,
          evidence: writers.map(fact =>
            evidenceOf(endpointSlice, fact, 'endpoints', fact.data.ready),
          ),
          commands,
        },
      ),
    ];
  },
};
