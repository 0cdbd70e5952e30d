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

export * from './AssessmentSettings';
export * from './CertificateFact';
export * from './ControllerSealing';
export * from './Coverage';
export * from './CredentialDescription';
export * from './CredentialOptions';
export * from './DatabaseDescription';
export * from './DatabaseDraft';
export * from './DatabaseIdentity';
export * from './DatabaseNames';
export * from './DatabaseOwner';
export * from './DatabaseRequest';
export * from './EncryptionFact';
export * from './Fact';
export * from './Finding';
export * from './KubeObject';
export * from './Manifest';
export * from './Observation';
export * from './Plan';
export * from './PlanContext';
export * from './PolicyRule';
export * from './SecretDraft';
export * from './SecretShapeId';
export * from './StatedConvention';
export * from './states';
export * from './Target';
export * from './Verdict';
export * from './YamlStyle';
