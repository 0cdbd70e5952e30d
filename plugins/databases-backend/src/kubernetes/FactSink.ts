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

import { Coverage, Fact } from '@basewell/plugin-databases-common/domain';

/** Names an object of a Kubernetes cluster; a whole fact will do. */
export type FactReference = Pick<
  Fact,
  'kind' | 'kubernetesCluster' | 'namespace' | 'name'
>;

/**
 * Where the reader delivers what it sees. All calls are synchronous and cheap:
 * they come from the middle of a stream, up to thousands a second, and nothing
 * may be awaited there.
 *
 * A failure never removes anything. Facts stay as they were, and their coverage
 * says that they may be out of date.
 */
export interface FactSink {
  /** An object as it is now: new, changed, or the same again after a relist. */
  put(fact: Fact): void;
  /** It was deleted, or a complete list no longer had it. */
  remove(fact: FactReference): void;
  /** How well a kind is seen from now on. Repeated with a newer `lastSyncedAt`. */
  cover(coverage: Coverage): void;
  /** The Kubernetes cluster is no longer configured: its facts and coverage go. */
  forget(kubernetesCluster: string): void;
  /** There are no other Kubernetes clusters than these. */
  retain(kubernetesClusters: readonly string[]): void;
}
