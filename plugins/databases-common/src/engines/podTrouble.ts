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
import { pod, PodData } from '../kinds';
import { observation } from '../messages';
import { Fact, HealthState, Observation } from '../model';
import { evidenceOf } from '../observation';
import { isWithin } from './isWithin';

/** Reasons of the kubelet for an image that cannot be had. */
const imageReasons = [
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'InvalidImageName',
  'ImageInspectError',
  'RegistryUnavailable',
];

/** As long as a restart is news: seconds. */
const RECENT = 3600;

/**
 * Why a pod does not run, or did not a while ago.
 *
 * @param state - what that means for whatever needs the pod
 */
export function podTrouble(
  fact: Fact<PodData>,
  state: HealthState,
  subject: Pick<AssessmentSubject, 'clock' | 'settings'>,
): readonly Observation<HealthState>[] {
  const { waiting, unschedulable, terminated, ready, startedAt } = fact.data;
  const { name, namespace } = fact;
  const commands = [`kubectl describe pod ${name} -n ${namespace}`];
  if (waiting) {
    const { reason, message, image = '—' } = waiting;
    const seen = {
      state,
      severity: 'error' as const,
      evidence: [
        evidenceOf(
          pod,
          fact,
          'status.containerStatuses[].state.waiting',
          message ? `${reason}: ${message}` : reason,
        ),
        ...(terminated
          ? [
              evidenceOf(
                pod,
                fact,
                'status.containerStatuses[].lastState.terminated',
                lastWords(terminated),
              ),
            ]
          : []),
      ],
    };
    return imageReasons.includes(reason)
      ? [
          observation(
            'cnpgPods.image',
            { pod: name, image, reason },
            { ...seen, commands },
          ),
        ]
      : [
          observation(
            'cnpgPods.waiting',
            { pod: name, reason },
            {
              ...seen,
              commands: [
                ...commands,
                `kubectl logs ${name} -n ${namespace} --previous`,
              ],
            },
          ),
        ];
  }
  if (unschedulable !== undefined && !ready) {
    const since = startedAt ?? fact.createdAt;
    const young = isWithin(subject, since, subject.settings.outageGrace);
    return [
      observation(
        'cnpgPods.unschedulable',
        { pod: name },
        {
          state: young ? 'progressing' : state,
          severity: young ? 'info' : 'error',
          since,
          evidence: [
            evidenceOf(
              pod,
              fact,
              'status.conditions[PodScheduled]',
              unschedulable,
            ),
          ],
          commands,
        },
      ),
    ];
  }
  return restarted(fact, subject);
}

/** It runs again, but somebody wants to know why it did not. */
function restarted(
  fact: Fact<PodData>,
  subject: Pick<AssessmentSubject, 'clock' | 'settings'>,
): readonly Observation<HealthState>[] {
  const { terminated, restarts, role } = fact.data;
  return terminated &&
    role !== 'job' &&
    isWithin(subject, terminated.finishedAt, RECENT)
    ? [
        observation(
          'cnpgPods.restarted',
          { pod: fact.name, restarts, reason: terminated.reason ?? '—' },
          {
            severity: 'warning',
            since: terminated.finishedAt,
            evidence: [
              evidenceOf(
                pod,
                fact,
                'status.containerStatuses[].lastState.terminated',
                lastWords(terminated),
              ),
            ],
            commands: [
              `kubectl logs ${fact.name} -n ${fact.namespace} --previous`,
            ],
          },
        ),
      ]
    : [];
}

function lastWords({
  reason,
  exitCode,
  message,
}: NonNullable<PodData['terminated']>): string {
  return [reason, exitCode, message]
    .filter(part => part !== undefined)
    .join(' ');
}
