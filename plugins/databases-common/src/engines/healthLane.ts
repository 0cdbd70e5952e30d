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

import { Lane } from '../assessment';
import { HealthState, healthStates } from '../model';
import { Engine } from './Engine';

/**
 * Is it up? Each engine knows for its own databases.
 *
 * @public
 */
export function healthLane(engines: readonly Engine[]): Lane<HealthState> {
  const observations = engines.flatMap(({ observation }) => observation ?? []);
  const observationOf = (id: string) =>
    engines.find(engine => engine.id === id)?.observation;
  return {
    id: 'health',
    states: healthStates,
    rules: [
      // Engines share rules: each is told once.
      ...new Map(
        observations
          .flatMap(({ rules }) => rules)
          .map(rule => [rule.id, rule] as const),
      ).values(),
    ],
    observes: [...new Set(observations.flatMap(({ observes }) => observes))],
    assess: subject => observationOf(subject.database.engine)?.assess(subject),
    describe: subject =>
      observationOf(subject.database.engine)?.describe?.(subject) ?? {},
    remember: subject =>
      observationOf(subject.database.engine)?.remember?.(subject) ?? [],
    assessObject(fact, subject) {
      for (const observation of observations) {
        const verdict = observation.assessObject?.(fact, subject);
        if (verdict) {
          return verdict;
        }
      }
      return undefined;
    },
  };
}
