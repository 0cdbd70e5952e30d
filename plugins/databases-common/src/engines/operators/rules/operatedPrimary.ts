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

import { pod } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { isWithin } from '../../isWithin';
import { witnessed } from '../../witnessed';
import { OperatedObservation, OperatedRule } from '../OperatedSubject';

export const operatedPrimary: OperatedRule = {
  id: 'operated-primary',
  title:
    'Whether exactly one instance is labeled to take writes, and is ready.',
  check(subject) {
    const { primaries, instances, memory, settings, commands, stop } = subject;
    // With none ready at all there is nothing to add.
    if (!primaries || !instances.ready || stop !== 'off') {
      return [];
    }
    const ready = primaries.filter(({ data }) => data.ready);
    if (ready.length === 1) {
      return [];
    }
    const since =
      primaries.find(({ data }) => data.ready === false)?.data.readySince ??
      witnessed(memory, 'primaries', String(ready.length));
    // The label moves with a failover, which takes seconds.
    const isYoung = isWithin(subject, since, settings.outageGrace);
    const seen: Omit<OperatedObservation, 'message' | 'params'> = {
      state: isYoung ? 'degraded' : 'failed',
      severity: 'error',
      since,
      evidence: primaries.length
        ? primaries.map(fact =>
            evidenceOf(
              pod,
              fact,
              'status.conditions[Ready]',
              fact.data.ready ?? '—',
            ),
          )
        : subject.podEvidence,
      commands,
    };
    if (ready.length > 1) {
      const names = ready.map(({ name }) => name);
      return [observation('operatedPrimary.several', { names }, seen)];
    }
    return primaries.length
      ? [
          observation(
            'operatedPrimary.down',
            { primary: primaries[0].name },
            seen,
          ),
        ]
      : [observation('operatedPrimary.none', {}, seen)];
  },
};
