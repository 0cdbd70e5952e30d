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

import { RepositoryRole } from './Target';

/**
 * One thing that a repository does in its own way and a plan follows, with what
 * shows it.
 *
 * @public
 */
export interface StatedConvention {
  readonly repository: RepositoryRole;
  /** In words: `AppProject of Applications of databases`. */
  readonly what: string;
  readonly value: string;
  /** Files that show it, the first few. */
  readonly evidence: readonly string[];
  /** `usual`: nothing shows it, so it is done as most houses do. */
  readonly from: 'files' | 'configuration' | 'usual';
}
