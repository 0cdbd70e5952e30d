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

import { AssessmentSubject } from '../../assessment';
import { EngineCredentials } from '../../credentials/EngineCredentials';
import { EngineObservation } from '../EngineObservation';

/**
 * An engine whose databases an operator runs in one place and plain StatefulSets
 * are in another. What belongs to an operator is no StatefulSet of its own, so that
 * each database is seen by one of the two: by the operator's, where its resource is.
 */
export function joinObservations(
  operator: EngineObservation,
  plain: EngineObservation,
): EngineObservation {
  const both = [operator, plain];
  const choose = (subject: AssessmentSubject) =>
    isOperated(operator, subject) ? operator : plain;
  return {
    anchors: both.flatMap(({ anchors }) => anchors),
    rules: both.flatMap(({ rules }) => rules),
    observes: [...new Set(both.flatMap(({ observes }) => observes))],
    identify: fact => both.flatMap(({ identify }) => identify(fact)),
    assess: subject => choose(subject).assess(subject),
    describe: subject => choose(subject).describe?.(subject) ?? {},
    remember: subject => choose(subject).remember?.(subject) ?? [],
    assessObject: (fact, context) =>
      operator.assessObject?.(fact, context) ??
      plain.assessObject?.(fact, context),
    addresses: subject => choose(subject).addresses?.(subject) ?? [],
    tracking: subject => choose(subject).tracking?.(subject) ?? [],
    ...(plain.metrics && { metrics: plain.metrics }),
    credentials: joinCredentials(both, choose),
  };
}

function isOperated(
  { anchors }: EngineObservation,
  { facts, database: { namespace, name } }: AssessmentSubject,
): boolean {
  return anchors.some(anchor =>
    facts.of(anchor, `${namespace}/${name}`).some(fact => fact.name === name),
  );
}

function joinCredentials(
  both: readonly EngineObservation[],
  choose: (subject: AssessmentSubject) => EngineObservation,
): EngineCredentials {
  const parts = both.flatMap(({ credentials }) => credentials ?? []);
  return {
    observes: [...new Set(parts.flatMap(({ observes }) => observes))],
    rules: parts.flatMap(({ rules = [] }) => rules),
    read: subject => choose(subject).credentials?.read(subject),
    remember: subject => choose(subject).credentials?.remember?.(subject) ?? [],
  };
}
