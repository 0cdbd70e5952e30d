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
 * A database that runs, and who it belongs to as its objects tell it.
 *
 * @public
 */
export interface DatabaseIdentity {
  /**
   * Stable, and one segment of a path:
   * `<engine>.<namespace>.<name>@<Kubernetes cluster>`, or
   * `<engine>.<namespace>.<name>:<database>@<Kubernetes cluster>` of a logical
   * database, whose name is encoded as in a URL.
   */
  readonly id: string;
  /** Id of the engine. */
  readonly engine: string;
  readonly kubernetesCluster: string;
  readonly namespace: string;
  /** Name of the object that stands for it, such as the CNPG cluster. */
  readonly name: string;
  /** Name of the logical database, where the engine has them and it is known. */
  readonly database?: string;
  /**
   * Of a logical database in an instance that was made for another one: the id of
   * that one. All but its name and its owners is the instance's.
   */
  readonly instance?: string;
  /** Major version, when it is known. */
  readonly version?: string;
  /** The app key: label `basewell.dev/app`. */
  readonly app?: string;
  /** Label `basewell.dev/environment`. */
  readonly environment?: string;
  /** Entity reference as annotation `basewell.dev/owner` has it: not always in full. */
  readonly owner?: string;
  /** Entity references: annotation `basewell.dev/service`, comma-separated. */
  readonly services: readonly string[];
  /** UTC ISO instant. */
  readonly createdAt?: string;
}
