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

import { KubernetesClient } from './KubernetesClient';
import { KubernetesObject } from './KubernetesObject';
import { KubernetesUser } from './TokenReviewServer';

/**
 * How one user reaches the API server.
 *
 * @public
 */
export interface KubernetesAccess {
  readonly token: string;
  /** YAML. */
  readonly kubeconfig: string;
  readonly client: KubernetesClient;
}

/**
 * A real Kubernetes API server with RBAC, for one test file. There are no
 * controllers and no nodes: what an operator would write into `status`, the
 * test writes, and a deleted namespace stays `Terminating`.
 *
 * @public
 */
export interface KubernetesApi extends KubernetesAccess {
  /** `https://127.0.0.1:<port>`; the same after `restart`. */
  readonly url: string;
  /** The certificate that the server shows, PEM. */
  readonly ca: string;
  /** A user without any right; the test binds roles to its name or groups. */
  addUser(user: KubernetesUser): KubernetesAccess;
  /**
   * The token stops being valid. The API server remembers a token that it has
   * seen for up to 10 s.
   */
  removeUser(token: string): void;
  /**
   * Stores whole namespaced objects, `status` and all, where the API server
   * keeps them: nothing is checked, and thousands take seconds. An object may
   * bring its own uid and age, as if it had been there before.
   */
  fill(objects: readonly KubernetesObject[]): Promise<void>;
  /** Kills the API server as a power failure would; its data stay. */
  kill(): Promise<void>;
  /** Starts it again on the same port; resolves when it is ready. */
  restart(): Promise<void>;
  /** Ends all servers and removes their folder. */
  stop(): Promise<void>;
}
