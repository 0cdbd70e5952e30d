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

export type {
  FileExample,
  FileFinding,
  FilePlace,
  FileRule,
  FileRuleOptions,
  FileStage,
  FileViolation,
} from './FileRule';
export type { FileWaiver } from './FileWaiver';
export type {
  InspectedCreationRule,
  InspectedDocument,
  InspectedFile,
  InspectedReference,
  InspectedSecret,
  InspectedSops,
  InspectedSopsConfig,
  InspectedTree,
  InspectedValue,
  InspectedVersion,
  Sighting,
  SopsConfigSmell,
  SopsProblemCode,
} from './InspectedTree';
export { versionOf } from './versionOf';
export { evaluateFiles } from './evaluateFiles';
export { fileRules } from './fileRules';
export { isExamplePath } from './isExamplePath';
export { type FileProblem, problemsOf } from './problemsOf';
