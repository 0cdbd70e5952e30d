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

import { Verdict } from '@basewell/plugin-databases-common/domain';
import { ExpectedSight } from './expectedEstates';

/** What each lane says of each database, by its id. */
export type Verdicts = ReadonlyMap<
  string,
  { readonly [lane: string]: Verdict }
>;

/** State by lane, by id. */
export function statesOf(verdicts: Verdicts) {
  return Object.fromEntries(
    [...verdicts].map(([id, lanes]) => [
      id,
      Object.fromEntries(
        Object.entries(lanes).map(([lane, { state }]) => [lane, state]),
      ),
    ]),
  );
}

/**
 * What there is in place of what was expected: the same when it is there, and
 * otherwise what a person needs to see why not.
 */
export function showing<S extends ExpectedSight>(
  verdicts: Verdicts,
  sight: S,
): S {
  const verdict = verdicts.get(sight.database)?.[sight.lane];
  const { rule, message } = sight;
  const findings = verdict?.findings ?? [];
  const found = findings.some(
    finding =>
      finding.rule === rule &&
      (message === undefined || finding.message === message),
  );
  return {
    ...sight,
    ...(sight.state && { state: verdict?.state }),
    ...(sight.source && { source: verdict?.source }),
    ...(rule &&
      !found && {
        rule: findings.map(finding => `${finding.rule} ${finding.message}`),
      }),
  };
}
