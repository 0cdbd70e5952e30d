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

import { KubernetesObject, KubernetesReference } from '../kubernetes';

/** A running Kubernetes API, and what the suite needs to make things happen in it. */
export interface KubernetesConformanceHost {
  /** Where paths begin, without a slash at the end. */
  readonly url: string;
  /** The certificate that it shows, PEM; left out for one without TLS. */
  readonly ca?: string;
  readonly tokens: {
    /** May read everything. */
    readonly reader: string;
    /** Of nobody. */
    readonly wrong: string;
    /** May read nothing; left out when the host knows no rights. */
    readonly stranger?: string;
  };
  /** Creates an object or replaces it, without its status. */
  put(object: KubernetesObject): Promise<void>;
  delete(reference: KubernetesReference): Promise<void>;
  /**
   * Makes the host serve namespaced `probes` (`Probe`) of
   * `conformance.basewell.dev/v1`; left out when it cannot.
   */
  installProbes?(): Promise<void>;
  /** Forgets what happened, and gives a resource version that is too old now. */
  forget(): Promise<string>;
  stop(): Promise<void>;
}
