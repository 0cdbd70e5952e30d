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

import { KubernetesConformanceHost } from './KubernetesConformanceHost';
import { describeKubernetesReading } from './kubernetesReading';
import { describeKubernetesWatching } from './kubernetesWatching';

/**
 * Registers what a Kubernetes API has to do for a reader, as tests against a
 * running host with namespace `default`, ConfigMaps and CNPG clusters. Call it
 * at the top of a test file.
 *
 * @public
 */
export function describeKubernetesApi(
  name: string,
  start: () => Promise<KubernetesConformanceHost>,
): void {
  describe(`${name} as a Kubernetes API`, () => {
    let host: KubernetesConformanceHost;
    const given = () => host;

    beforeAll(async () => {
      host = await start();
    }, 120_000);
    afterAll(() => host?.stop());

    describeKubernetesReading(given);
    describeKubernetesWatching(given);
  });
}
