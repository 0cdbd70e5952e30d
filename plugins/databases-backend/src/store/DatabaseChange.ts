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

import { DatabaseRow } from './DatabaseRow';
import { Judgement } from './Judgement';

/** A database was judged; `row` is left out when it is gone. */
export interface DatabaseChange {
  readonly id: string;
  readonly row?: DatabaseRow;
  /** What the row says in full; left out when the database is gone. */
  readonly judgement?: Judgement;
  /** The newest resource version that was looked at: replicas agree on it. */
  readonly version?: number;
}
