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
 * How well one kind of object of one Kubernetes cluster can be seen.
 *
 * - `synced`: all are known, changes arrive
 * - `syncing`: the first list is not complete
 * - `absent`: the API server does not serve the kind (no such CRD)
 * - `forbidden`: 403; `message` names the verb that is missing
 * - `unauthorized`: 401
 * - `unreachable`: no answer
 * - `failing`: it answers with errors, or with something that is not understood
 * - `omitted`: not among the objects that were given, where files are judged
 * - `on-demand`: read with the caller's own token only, when somebody asks
 *
 * @public
 */
export type CoverageState =
  | 'synced'
  | 'syncing'
  | 'absent'
  | 'forbidden'
  | 'unauthorized'
  | 'unreachable'
  | 'failing'
  | 'omitted'
  | 'on-demand';

/** @public */
export interface Coverage {
  readonly kubernetesCluster: string;
  /** Id of the `ObservedKind`. */
  readonly kind: string;
  readonly state: CoverageState;
  /** Since when it is in that state: UTC ISO instant. */
  readonly since: string;
  /** When what is known was last known to be complete; left out if never. UTC ISO instant. */
  readonly lastSyncedAt?: string;
  /** One sentence, with what to do; left out when synced and nothing has to be done. */
  readonly message?: string;
  /** Objects that are known. */
  readonly objects: number;
  /**
   * Whose token shows it, where it is read with the caller's own: `google`,
   * `oidc-okta`. Left out where the portal reads it.
   */
  readonly tokenProvider?: string;
}
