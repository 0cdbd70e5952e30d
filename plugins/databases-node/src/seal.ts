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
 * Sealing without Backstage: for the command line, which must start fast.
 *
 * @packageDocumentation
 */
export { encryptWithSops } from './changes/encryptWithSops';
export { type RandomSource } from './changes/randomSecret';
export {
  sealPlan,
  type SealOptions,
  type SecretEncrypter,
  type SecretTree,
} from './changes/sealPlan';
export { readCertificate } from './planning/readCertificate';
export type { SopsRules } from './planning/readSopsRules';
export { SopsRuleReader } from './planning/SopsRuleReader';
