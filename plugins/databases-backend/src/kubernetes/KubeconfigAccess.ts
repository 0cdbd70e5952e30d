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
 * How to reach one API server, and as whom.
 *
 * A kubeconfig is YAML of `apiVersion: v1`, `kind: Config`: named `clusters`
 * (address and certificate authority), `users` (credentials), `contexts` that
 * join one of each, and the name of the `current-context`. Certificates and keys
 * are PEM, in base64 under `…-data` or in a file. Paths are relative to the
 * kubeconfig.
 */
export interface KubeconfigAccess {
  /** Name of the context. */
  readonly context: string;
  readonly server: string;
  /** PEM. */
  readonly ca?: string;
  readonly serverName?: string;
  readonly insecure: boolean;
  /** PEM. */
  readonly clientCertificate?: {
    readonly certificate: string;
    readonly key: string;
  };
  /** Read at each request: some are replaced every few minutes. */
  token(): Promise<string | undefined>;
}
