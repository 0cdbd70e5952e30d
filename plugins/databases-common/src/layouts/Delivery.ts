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

/** What brings a folder of the platform repository into the cluster. */
export interface Delivery {
  readonly tool: 'argocd' | 'flux';
  /** The Application or Kustomization. */
  readonly file: string;
  /**
   * Whether it decrypts Secrets on the way, as that file says. `perhaps`: a plugin
   * of Argo CD makes the manifests, and what it does is configured elsewhere.
   * `values`: of a chart, by helm-secrets, and no Secrets beside it.
   */
  readonly decrypts: 'yes' | 'perhaps' | 'values' | 'no';
}
