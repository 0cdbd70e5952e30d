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

import { AssessmentSubject, conclude, Remark } from '../../assessment';
import {
  endpointSlice,
  event,
  metricSample,
  OperatedData,
  pod,
} from '../../kinds';
import { observation } from '../../messages';
import { Fact, HealthState, healthStates, Verdict } from '../../model';
import { EngineObservation } from '../EngineObservation';
import { measuredRemarks } from '../measured/MeasuredSubject';
import { ownTrackingIds } from '../ownTrackingIds';
import { assessOperated } from './assessOperated';
import { describeOperated } from './describeOperated';
import { gatherOperated } from './gatherOperated';
import { identifyOperated } from './identifyOperated';
import { operatedRules } from './operatedRules';
import { operatorCredentials } from './operatorCredentials';
import { OperatorProfile } from './OperatorProfile';
import { resourceGap } from './resourceGap';

/** How the databases of an operator are recognized, judged and described. */
export function operatorObservation(
  profile: OperatorProfile,
): EngineObservation {
  const { kind } = profile;
  const resourceOf = ({ facts, database }: AssessmentSubject) =>
    facts
      .of(kind, `${database.namespace}/${database.name}`)
      .find(({ name }) => name === database.name);

  return {
    anchors: [kind],
    rules: [...operatedRules, ...(profile.measured?.rules ?? [])],
    observes: [
      kind,
      pod,
      endpointSlice,
      event,
      ...(profile.measured ? [metricSample] : []),
    ],
    identify: fact => identifyOperated(profile, fact),
    assess(subject) {
      const fact = resourceOf(subject);
      return fact
        ? assessOperated(profile, fact, subject)
        : assessGone(profile, subject);
    },
    describe(subject) {
      const fact = resourceOf(subject);
      return fact ? describeOperated(profile, fact, subject) : {};
    },
    remember(subject) {
      const fact = resourceOf(subject);
      return fact ? remarksOf(profile, fact, subject) : [];
    },
    assessObject(fact, context) {
      if (
        fact.kind !== kind.id ||
        profile.isPart?.(fact as Fact<OperatedData>)
      ) {
        return undefined;
      }
      const { state, findings } = assessOperated(
        profile,
        fact as Fact<OperatedData>,
        context,
      );
      return { state, findings };
    },
    addresses(subject) {
      const fact = resourceOf(subject);
      return fact
        ? profile
            .services(fact.name, fact.data)
            .map(service => `${service}.${fact.namespace}`)
        : [];
    },
    tracking(subject) {
      const fact = resourceOf(subject);
      return fact ? ownTrackingIds([fact]) : [];
    },
    ...(profile.measured && { metrics: profile.measured.queries }),
    credentials: operatorCredentials(profile, resourceOf),
  };
}

/** A word and a count have no time: when they changed is ours to keep. */
function remarksOf(
  profile: OperatorProfile,
  fact: Fact<OperatedData>,
  subject: AssessmentSubject,
): readonly Remark[] {
  const { word, instances, primaries, writers, isBehind, metrics } =
    gatherOperated(profile, fact, subject);
  return [
    { key: 'word', value: word.text ?? '' },
    { key: 'behind', value: String(isBehind) },
    ...measuredRemarks(metrics),
    ...(instances.ready === undefined
      ? []
      : [{ key: 'ready', value: String(instances.ready) }]),
    ...(writers?.length
      ? [
          {
            key: 'writer',
            value: writers.some(({ data }) => data.ready > 0) ? 'some' : 'none',
          },
        ]
      : []),
    ...(primaries
      ? [
          {
            key: 'primaries',
            value: String(primaries.filter(({ data }) => data.ready).length),
          },
        ]
      : []),
  ];
}

/** It was there, and is not any more; or nobody can see whether it is. */
function assessGone(
  profile: OperatorProfile,
  { facts, database, clock }: AssessmentSubject,
): Verdict<HealthState> {
  return conclude<AssessmentSubject['facts'], HealthState>({
    states: healthStates,
    rules: [resourceGap(profile)],
    subject: facts,
    clock,
    otherwise: () => ({
      ...observation(
        'operatedHealth.gone',
        { kind: profile.kind.kind, database: database.name },
        {
          severity: 'warning',
          evidence: [
            {
              object: `${profile.kind.kind} ${database.namespace}/${database.name}`,
            },
          ],
        },
      ),
      state: 'unknown',
    }),
  });
}
