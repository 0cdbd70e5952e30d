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

import { CredentialSourceId } from './states';
import { Finding, MessageParams } from './Finding';

/**
 * A rule's result about something that runs: a finding with the state it leads
 * to, and since when.
 *
 * @public
 */
export interface LaneFinding<State extends string = string> extends Finding {
  /** Left out for a side remark, which does not change the lane's state. */
  readonly state?: State;
  /** UTC ISO instant; left out when nobody can know. */
  readonly since?: string;
  /** Commands that a person may copy; never run here. */
  readonly commands?: readonly string[];
}

/**
 * What one lane says about one database.
 *
 * @public
 */
export interface Verdict<State extends string = string> {
  readonly state: State;
  /** Since when it is in that state: UTC ISO instant. */
  readonly since?: string;
  /** Of the credential lane: where the deciding credential comes from. */
  readonly source?: CredentialSourceId;
  /** Key in `messages/` of the sentence; pages render it with `params`. */
  readonly message: string;
  readonly params: MessageParams;
  /** The same sentence in English. */
  readonly summary: string;
  /** The deciding ones first, then the other states, then side remarks. */
  readonly findings: readonly LaneFinding<State>[];
  /** What a healthy verdict rests on; the others' evidence is with their findings. */
  readonly evidence: LaneFinding['evidence'];
  /** First instant at which the answer can change without a new fact: UTC ISO. */
  readonly nextChangeAt?: string;
}
