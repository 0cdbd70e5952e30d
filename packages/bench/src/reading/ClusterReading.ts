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

/** Where what is read is counted. */
export interface ReadingListener {
  seen(): void;
  synced(objects: number): void;
}

export interface ReadingAccess {
  readonly kubeconfig: string;
  /** A backend with the Kubernetes plugin that has one Kubernetes cluster. */
  readonly portal?: { readonly url: string; readonly token: string };
}

/** One way to read all CNPG clusters, and to stay up to date. */
export type ClusterReading = (
  access: ReadingAccess,
  listener: ReadingListener,
) => Promise<void>;
