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
 * Keeps Argo CD from pruning an object and from deleting it with its
 * Application.
 *
 * `manifest-gc-strategy` means nothing to Argo CD; it is a convention that some
 * houses search for, so it is written beside the annotation that does protect.
 */
export const deleteGuard: { readonly [annotation: string]: string } = {
  'argocd.argoproj.io/manifest-gc-strategy': 'orphan',
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
};

/** The same for Flux, also when the Kustomization that delivers it is deleted. */
export const fluxDeleteGuard: { readonly [annotation: string]: string } = {
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};
