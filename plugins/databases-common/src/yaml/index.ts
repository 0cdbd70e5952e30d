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

export { addDirectoryInclude } from './addDirectoryInclude';
export { addKsopsFile } from './addKsopsFile';
export { addManagedRole } from './addManagedRole';
export { addPatch } from './addPatch';
export { addProjectDestination } from './addProjectDestination';
export { addToKustomization } from './addToKustomization';
export type { EditResult } from './EditResult';
export { editValues } from './editValues';
export type { ChartFacts, ValuesIntent } from './editValues';
export { readYaml } from './readYaml';
export { renderYaml } from './renderYaml';
export type { YamlStyle } from './renderYaml';
export { secretsInValues } from './secretsInValues';
export type { Values } from './Values';
