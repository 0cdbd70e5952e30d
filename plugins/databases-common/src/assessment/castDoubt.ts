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

import { finding, observation } from '../messages';
import { Coverage, LaneFinding, Observation, Verdict } from '../model';
import { AssessmentClock } from './AssessmentClock';
import { Lane } from './Lane';

type Unknown = Observation<'unknown'>;

/**
 * A verdict that rests on what was last known, when that is too old: it is
 * `unknown`, unless it was worse before. Nothing stays green.
 *
 * @param coverage - of the kind that stands for the database
 * @public
 */
export function castDoubt(
  lane: Pick<Lane, 'states'>,
  verdict: Verdict,
  coverage: Coverage,
  clock: AssessmentClock,
): Verdict {
  const { kubernetesCluster, lastSyncedAt = coverage.since } = coverage;
  const doubt = findingOf(
    'knowledge-stale',
    observation(
      'knowledgeStale.noContact',
      { kubernetesCluster, since: lastSyncedAt },
      {
        state: 'unknown',
        severity: 'warning',
        since: lastSyncedAt,
        evidence: evidenceFrom(coverage),
      },
    ),
    clock,
  );
  const { states } = lane;
  if (states.indexOf(verdict.state) < states.indexOf('unknown')) {
    return { ...verdict, findings: [...verdict.findings, doubt] };
  }
  return decidedBy(doubt, verdict.findings, verdict.nextChangeAt);
}

/**
 * What can be said of a lane of a database that was seen before the portal
 * started, and not since.
 *
 * @param coverage - of the kind that stands for the database
 * @param seenAt - when it was seen last: UTC ISO instant
 * @public
 */
export function notSeenSince(
  coverage: Coverage,
  seenAt: string,
  clock: AssessmentClock,
): Verdict {
  const { kubernetesCluster } = coverage;
  return decidedBy(
    findingOf(
      'knowledge-stale',
      observation(
        'knowledgeStale.notSeen',
        { kubernetesCluster, since: seenAt },
        {
          state: 'unknown',
          severity: 'warning',
          since: seenAt,
          evidence: evidenceFrom(coverage),
        },
      ),
      clock,
    ),
  );
}

/**
 * What can be said of a lane before everything was seen once.
 *
 * @public
 */
export function awaitFirstSync(
  kubernetesCluster: string,
  clock: AssessmentClock,
): Verdict {
  return decidedBy(
    findingOf(
      'knowledge-syncing',
      observation(
        'knowledgeSyncing.firstSync',
        { kubernetesCluster },
        { state: 'unknown', severity: 'info', evidence: [] },
      ),
      clock,
    ),
  );
}

/**
 * What can be said of a lane whose rules threw: they should not, and nobody may
 * take that for good news.
 *
 * @public
 */
export function couldNotJudge(
  lane: Pick<Lane, 'id'>,
  error: Error,
  clock: AssessmentClock,
): Verdict {
  return decidedBy(
    findingOf(
      'rules-failed',
      observation(
        'rulesFailed.threw',
        { lane: lane.id, error: error.message },
        { state: 'unknown', severity: 'error', evidence: [] },
      ),
      clock,
    ),
  );
}

function evidenceFrom(coverage: Coverage): Unknown['evidence'] {
  return [
    {
      object: `Kubernetes cluster ${coverage.kubernetesCluster}`,
      field: coverage.kind,
      value: coverage.message ?? coverage.state,
      observedAt: coverage.since,
    },
  ];
}

function findingOf(
  rule: string,
  { state, since, severity, ...violation }: Unknown,
  clock: AssessmentClock,
): LaneFinding {
  const now = new Date(clock.now).toISOString();
  return {
    ...finding(rule, severity, violation, { now }),
    ...(state && { state }),
    ...(since && { since }),
  };
}

function decidedBy(
  deciding: LaneFinding,
  others: readonly LaneFinding[] = [],
  nextChangeAt?: string,
): Verdict {
  const { message, params, summary, since } = deciding;
  return {
    state: 'unknown',
    ...(since && { since }),
    message,
    params,
    summary,
    findings: [deciding, ...others],
    evidence: deciding.evidence,
    ...(nextChangeAt && { nextChangeAt }),
  };
}
