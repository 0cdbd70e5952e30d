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

import { event } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { CnpgHealthRule } from '../CnpgHealthSubject';
import { isWithin } from '../../isWithin';

/** As long as an API server keeps them by default: seconds. */
const KEPT = 3600;

export const cnpgEvents: CnpgHealthRule = {
  id: 'cnpg-events',
  title: 'What the operator told about it within the hour.',
  check(subject) {
    return subject.events
      .filter(({ data }) => isWithin(subject, data.lastSeen, KEPT))
      .map(fact => {
        const { reason, message = '—', count, lastSeen } = fact.data;
        return observation(
          'cnpgEvents.recent',
          { reason, message, count },
          {
            severity: 'info',
            since: fact.data.firstSeen ?? lastSeen,
            evidence: [evidenceOf(event, fact, 'message', message)],
          },
        );
      });
  },
};
