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

export { type Affix } from './affixesOf';
export { defaultTargetOptions } from './defaultTargetOptions';
export {
  type ArgocdConventions,
  type ArgocdHouse,
  type Conventions,
  type DatabaseParts,
  type FluxConventions,
  type FluxHouse,
  type Layout,
  type LayoutContext,
  type Placement,
  type SharedClusterParts,
} from './Layout';
export { type LayoutEvidence, type RepositoryPaths } from './LayoutEvidence';
export { appFolder } from './appFolder';
export { type FluxKustomization } from './readFluxKustomizations';
export { fluxApps } from './fluxApps';
export { judgeSealedSecret } from './judgeSealedSecret';
export { type Companions } from './learnCompanions';
export {
  type IngressRule,
  type NetworkPolicy,
  type NetworkPolicyModel,
  type PolicyPeer,
} from './NetworkPolicyModel';
export { overlays } from './overlays';
export { platformAndApp } from './platformAndApp';
