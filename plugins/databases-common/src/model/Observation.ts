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

import { Evidence, MessageParams, Severity } from './Finding';

/**
 * What a rule saw. Without a `state` it is a side remark: it is shown, and does
 * not change the lane's state.
 *
 * @public
 */
export interface Observation<State extends string> {
  readonly state?: State;
  readonly severity: Severity;
  /** Key in `messages/`. */
  readonly message: string;
  readonly params: MessageParams;
  /** UTC ISO instant; left out when nobody can know. */
  readonly since?: string;
  readonly evidence: readonly Evidence[];
  readonly commands?: readonly string[];
}
