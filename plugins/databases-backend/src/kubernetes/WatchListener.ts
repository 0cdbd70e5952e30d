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

import { KubeObject } from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from './ApiProblem';

/** What one watch tells while it goes on. */
export interface WatchListener {
  /** A list begins; what it does not bring is gone when it ends. */
  listBegan(): void;
  seen(object: KubeObject): void;
  deleted(object: KubeObject): void;
  /** The list is complete. */
  listEnded(): void;
  /** A watch goes on where the last one ended; what happened in between comes. */
  resumed(): void;
  /** The API server said something, if only that nothing happened. */
  alive(): void;
  /** A request came to nothing; another one follows. */
  failed(problem: ApiProblem): void;
}
