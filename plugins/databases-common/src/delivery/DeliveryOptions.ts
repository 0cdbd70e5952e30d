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
 * What the objects do not tell about how Argo CD is used.
 *
 * @public
 */
export interface DeliveryOptions {
  /**
   * Names of the Applications of apps, with `{app}` and `{env}`;
   * `web-{app}-{env}` when left out. Labels do not need this.
   */
  readonly appApplications?: readonly string[];
  /**
   * The Kubernetes cluster behind an Application's `destination.server` or
   * `destination.name`, when an Argo CD delivers to others than its own.
   */
  readonly destinations?: { readonly [serverOrName: string]: string };
  /** Address of the Argo CD in a Kubernetes cluster, for links. */
  readonly urls?: { readonly [kubernetesCluster: string]: string };
}
