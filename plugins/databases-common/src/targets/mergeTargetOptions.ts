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

import { SizePreset, TargetOptions } from '../model';
import { TargetInput } from './targetSchema';

/**
 * Lays a target's own options over the defaults: section by section, presets
 * and images by their id; a list of environments replaces the default one.
 *
 * @public
 */
export function mergeTargetOptions(
  defaults: TargetOptions,
  own: TargetInput['options'],
): TargetOptions {
  return {
    ...defaults,
    environments:
      own.environments?.map(environment => ({
        ...environment,
        size:
          environment.size ??
          defaults.environments.find(e => e.name === environment.name)?.size ??
          defaults.environments[0].size,
      })) ?? defaults.environments,
    names: { ...defaults.names, ...own.names },
    paths: { ...defaults.paths, ...own.paths },
    argocd: { ...defaults.argocd, ...own.argocd },
    flux: { ...defaults.flux, ...own.flux },
    sizes: mergeSizes(defaults.sizes, own.sizes),
    images: { ...defaults.images, ...own.images },
    backup: { ...defaults.backup, ...own.backup },
    sharedClusters: own.sharedClusters ?? defaults.sharedClusters,
    inChart: { ...defaults.inChart, ...own.inChart },
    monitoring: own.monitoring ?? defaults.monitoring,
    credentials: own.credentials ?? defaults.credentials,
    secrets: {
      ...defaults.secrets,
      ...own.secrets,
      sealedSecrets: {
        ...defaults.secrets.sealedSecrets,
        ...own.secrets?.sealedSecrets,
      },
    },
    values: { ...defaults.values, ...own.values },
    policy: { ...defaults.policy, ...own.policy },
    pullRequests: { ...defaults.pullRequests, ...own.pullRequests },
    labels: { ...defaults.labels, ...own.labels },
    annotations: { ...defaults.annotations, ...own.annotations },
  };
}

function mergeSizes(
  defaults: TargetOptions['sizes'],
  own: TargetInput['options']['sizes'] = {},
): TargetOptions['sizes'] {
  const smallest: SizePreset = Object.values(defaults)[0];
  const sizes: Record<string, SizePreset> = { ...defaults };
  for (const [id, size] of Object.entries(own)) {
    const base = defaults[id] ?? { ...smallest, title: id };
    sizes[id] = { ...base, ...size };
  }
  return sizes;
}
