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

import { AssessmentSubject } from '../assessment';
import {
  event,
  persistentVolumeClaim,
  PersistentVolumeClaimData,
} from '../kinds';
import { observation } from '../messages';
import { Fact, HealthState, Observation } from '../model';
import { evidenceOf } from '../observation';
import { isWithin } from './isWithin';

/**
 * What is wrong with a volume claim.
 *
 * @param state - what a claim without a volume means for whatever needs it
 */
export function claimTrouble(
  fact: Fact<PersistentVolumeClaimData>,
  state: HealthState,
  subject: Pick<AssessmentSubject, 'clock' | 'settings' | 'facts'>,
): readonly Observation<HealthState>[] {
  const {
    phase,
    resizing,
    storageClass = 'default',
    requested = '—',
  } = fact.data;
  const { name: claim, namespace } = fact;
  const told = subject.facts
    .of(event, `PersistentVolumeClaim/${namespace}/${claim}`)
    .map(warning =>
      evidenceOf(event, warning, 'message', warning.data.message),
    );
  const seen = {
    since: fact.createdAt,
    evidence: [
      evidenceOf(persistentVolumeClaim, fact, 'status.phase', phase),
      ...told,
    ],
    commands: [`kubectl describe pvc ${claim} -n ${namespace}`],
  };
  if (phase === 'Lost') {
    return [
      observation(
        'cnpgStorage.lost',
        { claim },
        { ...seen, since: undefined, state, severity: 'error' },
      ),
    ];
  }
  if (phase === 'Pending') {
    const young = isWithin(
      subject,
      fact.createdAt,
      subject.settings.outageGrace,
    );
    return [
      observation(
        'cnpgStorage.pending',
        { claim, storageClass, requested },
        {
          ...seen,
          state: young ? 'progressing' : state,
          severity: young ? 'info' : 'error',
        },
      ),
    ];
  }
  return resizing
    ? [
        observation(
          'cnpgStorage.resizing',
          { claim, requested },
          {
            severity: 'info',
            evidence: [
              evidenceOf(
                persistentVolumeClaim,
                fact,
                `status.conditions[${resizing}]`,
                true,
              ),
            ],
          },
        ),
      ]
    : [];
}
