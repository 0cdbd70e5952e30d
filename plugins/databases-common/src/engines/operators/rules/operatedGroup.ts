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

import { observation } from '../../../messages';
import { isWithin } from '../../isWithin';
import { OperatedRule } from '../OperatedSubject';

export const operatedGroup: OperatedRule = {
  id: 'operated-group',
  title:
    'Whether each group of servers has one that is ready, and the one that decides a majority.',
  check(subject) {
    const { profile, groups, instances, stop, settings, evidence } = subject;
    const { quorum } = profile.pods;
    // With none ready at all there is nothing to add.
    if (!profile.pods.groups || stop !== 'off' || !instances.ready) {
      return [];
    }
    return groups
      .filter(
        ({ name, wanted = 0, ready }) =>
          wanted > 0 &&
          ready !== undefined &&
          (name === quorum ? ready * 2 <= wanted : ready === 0),
      )
      .map(({ name, wanted = 0, ready = 0 }) => {
        const isYoung = isWithin(
          subject,
          instances.since,
          settings.outageGrace,
        );
        return observation(
          'operatedGroup.down',
          { group: name, ready, wanted },
          {
            state: isYoung ? 'degraded' : 'failed',
            severity: 'error',
            since: instances.since,
            evidence: [
              evidence(`spec.${name}.count`, wanted),
              evidence(`status.members.${name}`, ready),
              ...subject.podEvidence,
            ],
            commands: subject.commands,
          },
        );
      });
  },
};
