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

import { KubeObject } from '../kubernetes/KubeObject';

/** What a merged pull request brings into a Kubernetes cluster. @internal */
export interface Delivery {
  /** ms since the epoch. */
  readonly mergedAt: number;
  /** The commit that Argo CD says it has synced. */
  readonly revision: string;
  readonly manifests: readonly DeliveredManifest[];
}

/** @internal */
export interface DeliveredManifest {
  /** In its repository. */
  readonly path: string;
  /** Whether the pull request made the file; otherwise it changed it. */
  readonly added: boolean;
  readonly object: KubeObject;
}
