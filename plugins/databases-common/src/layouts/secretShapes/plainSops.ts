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

import { objectToTemplates } from './objectToTemplates';
import { objectToWholeFile } from './objectToWholeFile';
import { SecretShape } from './SecretShape';

/**
 * A Secret among the resources. Flux builds the kustomization first and decrypts
 * what comes out, so it has to see which objects are Secrets.
 */
export const plainSops: SecretShape = {
  id: 'plainSops',
  title: 'as SOPS files among the resources, decrypted by what applies them',
  listedAs: 'manifest',
  holds: 'ciphertext',
  objections: (path, rule) => [
    ...objectToWholeFile(path, rule),
    ...objectToTemplates(path, rule),
  ],
};
