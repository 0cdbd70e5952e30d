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

import { Fact, KubeObject, LaneId } from '../model';

/**
 * One kind of Kubernetes object that is watched, and the little that is kept of
 * it. One file and one line in the registry (`kinds/`) for each. All functions
 * are pure and total: they get whatever an API server may send.
 *
 * The kinds that lanes and engines `observe` are the closed list of what is ever
 * asked for; the ClusterRole is made from it. Secrets are never among them, but for
 * their metadata where a platform team asks for that.
 *
 * @public
 */
export interface ObservedKind<Data = unknown> {
  /** `<resource>.<group>`, or `<resource>` of the core group. */
  readonly id: string;
  /**
   * Where its objects are read, when not from the API servers of Kubernetes
   * clusters. Facts and coverage then have the repository, the Vault or the
   * Prometheus where others have their Kubernetes cluster:
   * `git:<host>/<owner>/<name>`, `vault:<id>`, `prometheus:<Kubernetes cluster>`;
   * lanes look for them `everywhere`.
   */
  readonly origin?: 'git' | 'vault' | 'metrics';
  /** Empty for the core group. */
  readonly group: string;
  /** Versions that are understood, the best first. */
  readonly versions: readonly string[];
  /** Plural, as in the path. */
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Whether its objects may lie in another namespace than the database they speak about. */
  readonly elsewhere?: boolean;
  /**
   * Whether an API server is asked for the metadata of its objects alone. What
   * comes with more than that is dropped before anything looks at it.
   */
  readonly metadataOnly?: boolean;
  /** Each is a watch of its own; left out: all objects of the kind. */
  readonly selectors?: readonly ObjectSelector[];
  /** What the verdicts need it for, for the page about access: a sentence. */
  readonly feeds: string;
  /** The lane that speaks about such an object by itself. */
  readonly lane: LaneId;
  /** What is kept of an object; `undefined` for one that belongs to no database. */
  project(object: KubeObject): Data | undefined;
  /**
   * Under which keys a lane looks for it, such as `<namespace>/<name>` of its
   * CNPG cluster.
   */
  keys(fact: Fact<Data>): readonly string[];
}

/** @public */
export interface ObjectSelector {
  /** Label selector, such as `cnpg.io/cluster`. */
  readonly labels?: string;
  /** Field selector, such as `involvedObject.kind=Cluster`. */
  readonly fields?: string;
}
