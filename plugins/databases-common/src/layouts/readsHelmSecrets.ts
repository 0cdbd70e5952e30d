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

import { ApplicationFact } from './readApplications';

/**
 * Values files that helm-secrets decrypts: `secrets://secrets.yaml`,
 * `secrets+age-import:///key.txt?secrets.yaml`
 * (https://github.com/jkroepke/helm-secrets/wiki/ArgoCD-Integration).
 */
const SCHEME = /^secrets(\+[a-z-]+)?:\/\//;

/** Whether helm-secrets decrypts values of a source, by its address or as a plugin. */
export function readsHelmSecrets({
  valueFiles,
  plugin = '',
}: ApplicationFact['sources'][number]): boolean {
  return (
    valueFiles.some(file => SCHEME.test(file)) || /helm-?secrets/i.test(plugin)
  );
}
