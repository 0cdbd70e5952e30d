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

import { HealthState } from '../../../model';
import { Seen } from './HealthScene';

/** Objects, and what is to be said of the database behind them. */
export interface HealthRow extends Seen {
  readonly reason: string;
  readonly state: HealthState;
  /** Rule of a finding that has to be there; without one, none may be about the state. */
  readonly rule?: string;
  readonly message?: string;
  /** Rule of a finding that must not be there. */
  readonly lacks?: string;
  readonly since?: string;
}
