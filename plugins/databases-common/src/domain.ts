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
 * The domain: from a request to a plan, and from a plan to the words of its
 * pull requests. Pure; it parses YAML and validates, so pages load it lazily or
 * not at all.
 *
 * @packageDocumentation
 */
export {
  requestStepIds,
  type RequestOrder,
  type RequestStep,
  type RequestStepId,
  type RequestStepState,
  type RequestTurn,
} from './api';
export * from './assessment';
export * from './backups';
export * from './conventions';
export * from './credentials';
export * from './declared';
export * from './delivery';
export * from './diffs';
export * from './dumps';
export * from './engines';
export * from './files';
export * from './layouts';
export * from './kinds';
export {
  sealedManifest,
  type SealedManifest,
  type SealedSecretManifest,
  type SecretManifest,
  type SopsSecretManifest,
} from './manifests';
export * from './metrics';
export * from './model';
export type { NameEvidence } from './naming';
export * from './observation';
export * from './operations';
export * from './order';
export * from './planning';
export * from './policy';
export * from './pullRequests';
export * from './request';
export * from './reviewers';
export * from './targets';
export * from './yaml';
