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

import {
  RepositoryRef,
  TargetEnvironment,
} from '@basewell/plugin-databases-common';

/** A branch of a repository in which secrets of some targets lie. */
export interface WatchedRepository {
  /** Where its facts are: `git:<host>/<owner>/<name>`, with `@<branch>` for all but the first branch of it. */
  readonly place: string;
  readonly ref: RepositoryRef;
  /** Folders in which targets put their secrets; every file there is looked at. */
  readonly folders: readonly string[];
  /** Where apps have their values: paths with `{app}` and `{env}`. */
  readonly values?: readonly string[];
  /** What targets declare databases in. Left out: it is none of their platform repositories. */
  readonly declares?: readonly DeclaringTarget[];
}

export interface DeclaringTarget {
  /** Folders in which it puts manifests of databases; the root is empty. */
  readonly folders: readonly string[];
  readonly environments: readonly TargetEnvironment[];
}
