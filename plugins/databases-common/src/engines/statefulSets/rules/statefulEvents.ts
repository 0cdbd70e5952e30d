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
import { isWithin } from '../../isWithin';
import { StatefulSetRule } from '../StatefulSetScene';

/** As long as an event is news: seconds. Kubernetes forgets it after an hour. */
const RECENT = 3600;

export const statefulEvents: StatefulSetRule = {
  id: 'stateful-events',
  title: 'Warnings of the last hour about its StatefulSets.',
  check: scene =>
    scene.events
      .filter(({ data }) => isWithin(scene, data.lastSeen, RECENT))
      .map(fact =>
        observation(
          'statefulEvents.warning',
          {
            reason: fact.data.reason,
            text: (fact.data.message ?? '—').replace(/\.$/, ''),
          },
          {
            severity: 'warning',
            since: fact.data.firstSeen,
            evidence: [evidenceOf(event, fact, 'message', fact.data.message)],
          },
        ),
      ),
};
