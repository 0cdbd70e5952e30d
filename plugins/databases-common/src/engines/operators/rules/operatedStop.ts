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

export const operatedStop: OperatedRule = {
  id: 'operated-stop',
  title: 'Whether a database stands still because it shall.',
  check(subject) {
    const { stop, word, profile, instances, settings, evidence } = subject;
    const seen = {
      ...(word.since && { since: word.since }),
      evidence: [
        evidence(profile.switches.stop, stop === 'off' ? undefined : true),
        ...subject.podEvidence,
      ],
    };
    if (stop === 'confirmed') {
      return [
        observation(
          'operatedStop.stopped',
          { field: profile.switches.stop },
          { ...seen, state: 'hibernated', severity: 'info' },
        ),
      ];
    }
    if (stop === 'asked') {
      const since = instances.since ?? word.since;
      const isLate =
        since !== undefined &&
        !isWithin(subject, since, settings.transientLimit);
      return [
        observation(
          'operatedStop.stopping',
          { field: profile.switches.stop },
          isLate
            ? {
                ...seen,
                state: 'degraded',
                severity: 'warning',
                commands: subject.commands,
              }
            : { ...seen, state: 'progressing', severity: 'info' },
        ),
      ];
    }
    return [];
  },
};
