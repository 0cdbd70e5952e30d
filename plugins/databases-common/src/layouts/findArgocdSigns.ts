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

import {
  findSigns,
  LayoutEvidence,
  LayoutSign,
  RepositoryPaths,
} from './LayoutEvidence';

/** Files that `flux bootstrap` writes. */
const FLUX = /(^|\/)(gotk-(components|sync)\.ya?ml$|flux-system\/)/;
const ARGOCD = /(^|\/)argo(-?cd)?\//;

/**
 * The signs of a layout with Applications. Where Flux delivers the platform
 * repository and Argo CD does not, none fits, however its folders are called.
 */
export function findArgocdSigns(
  paths: RepositoryPaths,
  signs: readonly LayoutSign[],
): readonly LayoutEvidence[] {
  const { platform } = paths;
  const isDeliveredByFlux =
    platform.some(path => FLUX.test(path)) &&
    !platform.some(path => ARGOCD.test(path));
  return isDeliveredByFlux ? [] : findSigns(paths, signs);
}
