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

export { APP_KEY_ANNOTATION, appKeyOf } from './appKeyOf';
export { checkAppKey } from './checkAppKey';
export { checkClusterName } from './checkClusterName';
export { checkCollisions } from './checkCollisions';
export type { DeliveryTool } from './checkCollisions';
export { checkIdentifier } from './checkIdentifier';
export { checkLabel } from './checkLabel';
export { checkSecretName } from './checkSecretName';
export { expandTemplate } from './expandTemplate';
export { namingIn } from './namingIn';
export { namingInChart } from './namingInChart';
export { namingTarget, type NamingTarget } from './NamingTarget';
export { poolerName } from './poolerName';
export { resolveNames, type NameEvidence } from './resolveNames';
export { secretsMadeByOperator } from './secretsMadeByOperator';
export { templateValues } from './templateValues';
