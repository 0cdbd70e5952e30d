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
import { SecretShape } from './SecretShape';

/**
 * A Secret that a generator names. KSOPS decrypts the file before anybody asks
 * what it is, so all of it may be encrypted.
 */
export const ksops: SecretShape = {
  id: 'ksops',
  title: 'as SOPS files that a generator names, decrypted by KSOPS',
  listedAs: 'ciphertext',
  holds: 'ciphertext',
  objections: objectToTemplates,
};
