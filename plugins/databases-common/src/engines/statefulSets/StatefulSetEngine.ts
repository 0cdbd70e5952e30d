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

import { MetricQuery } from '../../metrics';
import { MeasuredRule } from '../measured/MeasuredSubject';
import { EngineCredentials } from '../../credentials/EngineCredentials';
import { StatefulSetRule } from './StatefulSetScene';

/** What sets the engines apart whose databases are plain StatefulSets. */
export interface StatefulSetEngine {
  /** Id of the engine. */
  readonly id: string;
  /** Where apps connect. */
  readonly port: number;
  /** Whether only one of its servers takes writes. */
  readonly hasOneWriter: boolean;
  /** Rules of its own, after those that all have. */
  readonly rules: readonly (StatefulSetRule | MeasuredRule)[];
  readonly metrics?: readonly MetricQuery[];
  readonly credentials?: EngineCredentials;
  /** What a person types to talk to it, inside of a pod. */
  readonly client: string;
}
