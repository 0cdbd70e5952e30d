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

export { credentialLane } from './credentialLane';
export { type CredentialLaneOptions } from './CredentialLaneOptions';
export {
  type CredentialObservation,
  type SecretName,
  type SourceClaim,
  type TraceScene,
} from './CredentialObservation';
export {
  type CredentialDrafts,
  type CredentialSource,
  type DatabaseConnection,
  type DeclaredCredentials,
  type DeclaredManifest,
  type DeclaredSecret,
  type SealedCredentials,
} from './CredentialSource';
export {
  type DatabaseCredentials,
  type EngineCredentials,
} from './EngineCredentials';
export { externalSecretStore } from './externalSecretStore';
export { operatorGenerated } from './operatorGenerated';
export { parseCredentialLaneOptions } from './parseCredentialLaneOptions';
export { plainSecret } from './plainSecret';
export { sealedSecrets } from './sealedSecrets';
export { sops } from './sops';
export { type RoleHop, type SecretTaking, type SecretUse } from './SecretUse';
export { vaultDynamic } from './vaultDynamic';
export { vaultStatic } from './vaultStatic';
export { type HopReport, type HopScene, type TracedHop } from './TracedHop';
