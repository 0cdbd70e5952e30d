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
 * What is kept of one Kubernetes object; the object itself is dropped. At most
 * 2 kB as JSON.
 *
 * @public
 */
export interface Fact<Data = unknown> {
  /** Id of its `ObservedKind`, such as `clusters.postgresql.cnpg.io`. */
  readonly kind: string;
  readonly kubernetesCluster: string;
  /** Left out for objects without one. */
  readonly namespace?: string;
  readonly name: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  /** UTC ISO instant. */
  readonly createdAt?: string;
  /** Since when it is being deleted: UTC ISO instant. */
  readonly deletedAt?: string;
  /** When the API server last told us about it: UTC ISO instant. */
  readonly observedAt: string;
  readonly data: Data;
}
