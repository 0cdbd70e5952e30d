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

import { LaneFinding, Verdict } from '@basewell/plugin-databases-common';
import { hoursAgo } from './instants';

/** A verdict whose words are its own: the fixtures name no message. */
export function verdict<State extends string>(
  state: State,
  summary: string,
  more: Partial<Verdict<State>> = {},
): Verdict<State> {
  return {
    state,
    since: hoursAgo(30),
    message: 'fixture.verdict',
    params: {},
    summary,
    findings: [],
    evidence: [],
    ...more,
  };
}

/** A verdict with the finding that decides it. */
export function found<State extends string>(
  state: State,
  finding: Pick<LaneFinding<State>, 'rule' | 'severity' | 'summary'> &
    Partial<LaneFinding<State>>,
  more: Partial<Verdict<State>> = {},
): Verdict<State> {
  const { summary } = finding;
  const deciding: LaneFinding<State> = {
    state,
    message: 'fixture.finding',
    params: {},
    remedy: '',
    evidence: [],
    ...finding,
  };
  return verdict(state, summary, {
    ...more,
    findings: [deciding, ...(more.findings ?? [])],
  });
}
