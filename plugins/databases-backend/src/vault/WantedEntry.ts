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

/** An entry of Vault that something in a Kubernetes cluster reads. */
export interface WantedEntry {
  readonly kubernetesCluster: string;
  /**
   * Of its Vault, as seen from the Kubernetes cluster. Left out when nothing there
   * names one: it is meant where only one Vault is configured.
   */
  readonly address?: string;
  /** Of Vault; empty for the root. */
  readonly namespace: string;
  /** Without slashes at its ends, as is the path. */
  readonly mount: string;
  /**
   * Below the mount: of a database role `roles/<name>` or `static-roles/<name>`, of
   * a lease `creds/<role>/<id>`, which is neither logged nor told.
   */
  readonly path: string;
  readonly type: 'kv' | 'dynamic-role' | 'static-role' | 'lease';
}

/** An entry, as one fact tells of it. */
export type NamedEntry = Pick<WantedEntry, 'mount' | 'path' | 'type'>;

/** What it is in its Vault, whoever wants it. */
export function entryKey({
  namespace,
  mount,
  path,
}: Pick<WantedEntry, 'namespace' | 'mount' | 'path'>): string {
  return `${namespace}/${mount}/${path}`;
}
