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

/**
 * What was seen earlier and the Kubernetes cluster forgets: a phase has no time,
 * a recovery window loses its past. Kept per database and key.
 *
 * @public
 */
export interface Memory {
  get(key: string): Remembered | undefined;
}

/** @public */
export interface Remembered {
  readonly value: string;
  /** When that value was first seen: UTC ISO instant. */
  readonly since: string;
  /** The value before, and when it was last seen. */
  readonly previous?: { readonly value: string; readonly until: string };
}

/** What shall be remembered now. @public */
export interface Remark {
  /** Such as `phase`; the lanes of a database share them, so it is unique over all. */
  readonly key: string;
  readonly value: string;
}
