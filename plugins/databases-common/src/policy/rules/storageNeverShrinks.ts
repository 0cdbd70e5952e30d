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

import { violation } from '../../messages';
import { Manifest, PolicyRule } from '../../model';
import { parseQuantity } from '../../quantities';
import { readManifests } from '../readManifests';

/**
 * A volume cannot become smaller; CloudNativePG refuses the whole cluster then.
 *
 * @public
 */
export const storageNeverShrinks: PolicyRule = {
  id: 'storage-never-shrinks',
  title: 'Storage never shrinks',
  severity: 'error',
  stages: ['change'],
  waivable: false,
  examples: {
    good: { reason: 'the cluster is new', subject: standard => standard },
    bad: {
      reason: '500Gi are there',
      subject: standard => ({
        ...standard,
        plan: {
          ...standard.plan,
          files: standard.plan.files.map(file =>
            file.kind === 'text' && file.path.endsWith('/cluster.yaml')
              ? {
                  ...file,
                  change: 'edit',
                  before: file.content.replace(/size: \w+/, 'size: 500Gi'),
                }
              : file,
          ),
        },
      }),
    },
  },
  check: ({ plan }) =>
    plan.files.flatMap(file => {
      if (file.kind !== 'text' || file.before === undefined) {
        return [];
      }
      const before = sizes(readManifests({ ...file, content: file.before }));
      const after = sizes(readManifests(file));
      return [...before]
        .filter(
          ([name, size]) =>
            (parseQuantity(after.get(name) ?? size) ?? 0) <
            (parseQuantity(size) ?? 0),
        )
        .map(([name, size]) =>
          violation('storageNeverShrinks.smaller', {
            path: file.path,
            before: size,
            after: after.get(name) ?? size,
          }),
        );
    }),
};

function sizes(manifests: readonly Manifest[]): ReadonlyMap<string, string> {
  return new Map(
    manifests
      .filter(({ kind }) => kind === 'Cluster')
      .flatMap(({ metadata, spec }) => {
        const size = (spec as { storage?: { size?: unknown } } | undefined)
          ?.storage?.size;
        return typeof size === 'string' ? [[metadata.name, size] as const] : [];
      }),
  );
}
