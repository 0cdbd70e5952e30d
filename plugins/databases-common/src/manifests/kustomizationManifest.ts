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

import { YamlStyle } from '../yaml';

/**
 * A Kustomization of kustomize. It has no metadata: kustomize does not apply
 * it, it reads it.
 *
 * @param entries - in the order they are written, unless the house sorts them
 */
export function kustomizationManifest(
  entries: {
    /** Of everything that it delivers. */
    readonly namespace?: string;
    readonly resources?: readonly string[];
    readonly generators?: readonly string[];
    /** Files with fields that take the place of those of a resource. */
    readonly patches?: readonly string[];
  },
  { dottedPaths, sortedPaths }: YamlStyle = {},
): object {
  const written = (paths: readonly string[]) => {
    const all = paths.map(path =>
      dottedPaths && !/^\.\.?\//.test(path) ? `./${path}` : path,
    );
    return sortedPaths ? all.sort() : all;
  };
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...(entries.namespace !== undefined && { namespace: entries.namespace }),
    ...(entries.resources?.length && {
      resources: written(entries.resources),
    }),
    ...(entries.generators?.length && {
      generators: written(entries.generators),
    }),
    ...(entries.patches?.length && {
      patches: written(entries.patches).map(path => ({ path })),
    }),
  };
}
