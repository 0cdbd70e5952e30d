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

import { KubernetesApi, startKubernetesApi } from '@basewell/testkit';
import { loadClusters } from './loadClusters';

/** An API server that keeps so many databases. */
export class KubernetesScene {
  readonly api: KubernetesApi;
  readonly databases: number;

  private constructor(api: KubernetesApi, databases: number) {
    this.api = api;
    this.databases = databases;
  }

  static async start(databases: number): Promise<KubernetesScene> {
    const api = await startKubernetesApi({ crds: ['cnpg'] });
    await loadClusters(api, databases);
    return new KubernetesScene(api, databases);
  }

  stop(): Promise<void> {
    return this.api.stop();
  }
}
