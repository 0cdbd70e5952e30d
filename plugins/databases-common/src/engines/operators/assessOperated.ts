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

import { AssessmentSubject, conclude } from '../../assessment';
import { OperatedData } from '../../kinds';
import { observation } from '../../messages';
import {
  Fact,
  HealthState,
  healthStates,
  Observation,
  Verdict,
} from '../../model';
import { gatherOperated } from './gatherOperated';
import { OperatedSubject } from './OperatedSubject';
import { OperatorProfile } from './OperatorProfile';
import { operatedRules } from './operatedRules';

/** What is said when no rule says anything about the state. */
type Otherwise = Observation<HealthState> & { readonly state: HealthState };

/** Whether a database serves, judged from what its operator says and what its pods show. */
export function assessOperated(
  profile: OperatorProfile,
  fact: Fact<OperatedData>,
  context: Omit<AssessmentSubject, 'database'>,
): Verdict<HealthState> {
  const subject = gatherOperated(profile, fact, context);
  return conclude({
    states: healthStates,
    rules: [...operatedRules, ...(profile.measured?.rules ?? [])],
    subject,
    clock: context.clock,
    otherwise: () => proof(subject),
  });
}

/**
 * That no rule has anything to say proves nothing: healthy needs the operator's
 * word or count and the pods, both.
 */
function proof(subject: OperatedSubject): Otherwise {
  const { profile, word, instances, primaries, data, pods, name } = subject;
  const { wanted, ready, reported, seen } = instances;
  const spoken =
    !profile.word ||
    word.meaning === 'serving' ||
    word.meaning === 'reconciled';
  const proven =
    !profile.proof ||
    data.status?.conditions.some(
      ({ type, status }) => type === profile.proof && status === 'True',
    );
  const leads =
    !profile.pods.primary ||
    primaries?.filter(({ data: { ready: isReady } }) => isReady).length === 1;
  if (
    data.status &&
    spoken &&
    proven &&
    leads &&
    wanted !== undefined &&
    wanted > 0 &&
    seen === wanted &&
    (profile.reported ? reported === wanted : true)
  ) {
    return {
      ...healthyWords(subject, seen, wanted),
      severity: 'info',
      evidence: evidenceFor(subject),
      state: 'healthy',
    };
  }
  return {
    ...(pods
      ? observation(
          'operatedHealth.unproven',
          { database: name },
          unknown(subject),
        )
      : observation(
          'operatedHealth.unseen',
          { database: name, operator: profile.operator, ready: ready ?? '—' },
          unknown(subject),
        )),
    state: 'unknown',
  };
}

function healthyWords(
  { primaries }: OperatedSubject,
  ready: number,
  wanted: number,
): Pick<Otherwise, 'message' | 'params'> {
  const none = { severity: 'info', evidence: [] } as const;
  return primaries
    ? observation(
        'operatedHealth.healthy',
        { ready, wanted, primary: primaries[0].name },
        none,
      )
    : observation('operatedHealth.allReady', { ready, wanted }, none);
}

function unknown(subject: OperatedSubject) {
  return { severity: 'warning', evidence: evidenceFor(subject) } as const;
}

function evidenceFor({
  profile,
  word,
  instances,
  data,
  evidence,
  podEvidence,
}: OperatedSubject): Otherwise['evidence'] {
  const condition = data.status?.conditions.find(
    ({ type }) => type === profile.proof,
  );
  return [
    ...(profile.word ? [evidence(profile.word.field, word.text)] : []),
    evidence(profile.wanted, instances.wanted),
    ...(profile.reported
      ? [evidence(profile.reported, instances.reported)]
      : []),
    ...(profile.proof
      ? [evidence(`status.conditions[${profile.proof}]`, condition?.status)]
      : []),
    ...podEvidence,
  ];
}
