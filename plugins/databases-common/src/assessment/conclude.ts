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

import { finding } from '../messages';
import { LaneFinding, Observation, Verdict } from '../model';
import { AssessmentClock } from './AssessmentClock';
import { AssessmentRule } from './AssessmentRule';
import { instantOf } from './instantOf';

/**
 * Applies the rules of a lane: the verdict is the worst of what they find.
 *
 * @param options - `states`: of the lane, worst first; `otherwise`: the sentence when no rule has anything to say
 *   about the state; its state must be one that evidence supports
 * @public
 */
export function conclude<Subject, State extends string>(options: {
  readonly states: readonly State[];
  readonly rules: readonly AssessmentRule<Subject, State>[];
  readonly subject: Subject;
  readonly clock: AssessmentClock;
  readonly otherwise: () => Observation<State> & { readonly state: State };
}): Verdict<State> {
  const { states, rules, subject, clock } = options;
  const rank = ({ state }: LaneFinding<State>) =>
    state === undefined ? states.length : states.indexOf(state);
  const now = new Date(clock.now).toISOString();
  const findings = rules
    .flatMap(rule =>
      rule.check(subject).map(seen => toLaneFinding(rule.id, seen, now)),
    )
    // Sorting is stable: within a state the order of the rules stays.
    .sort((a, b) => rank(a) - rank(b));
  const worst = findings.find(({ state }) => state !== undefined);
  const deciding =
    worst ?? toLaneFinding('otherwise', options.otherwise(), now);
  return {
    state: deciding.state!,
    ...(deciding.since !== undefined && { since: deciding.since }),
    message: deciding.message,
    params: deciding.params,
    summary: deciding.summary,
    findings,
    evidence: deciding.evidence,
    ...(clock.nextChangeAt && { nextChangeAt: clock.nextChangeAt }),
  };
}

/** A rule's observation with its English words. */
function toLaneFinding<State extends string>(
  rule: string,
  seen: Observation<State>,
  now: string,
): LaneFinding<State> {
  const { state, since, commands, severity, ...violation } = seen;
  return {
    ...finding(rule, severity, violation, { now }),
    ...(state !== undefined && { state }),
    // A time that nobody can read is no time.
    ...(instantOf(since) !== undefined && { since }),
    ...(commands !== undefined && { commands }),
  };
}
