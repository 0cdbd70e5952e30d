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

import { Coverage, Fact } from '../model';
import { ObservedKind } from './ObservedKind';

/**
 * The facts, as the rules see them from one Kubernetes cluster.
 *
 * @public
 */
export interface FactView {
  readonly kubernetesCluster: string;
  /** Facts of this Kubernetes cluster under a key of their kind, in the order of their names. */
  of<Data>(kind: ObservedKind<Data>, key: string): readonly Fact<Data>[];
  /** The same over all Kubernetes clusters. */
  everywhere<Data>(
    kind: ObservedKind<Data>,
    key: string,
  ): readonly Fact<Data>[];
  /** How well a kind can be seen here, or in another Kubernetes cluster. */
  coverage(kind: ObservedKind, kubernetesCluster?: string): Coverage;
  /** The same of every place where it is read: each repository, each Vault. */
  coverages(kind: ObservedKind): readonly Coverage[];
}
