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

import { ServedResource } from './servedResources';

/**
 * What an API server says about itself: bodies by path.
 *
 * ```
 * /api  /api/v1  /apis  /apis/<group>  /apis/<group>/<version>  /version
 * ```
 *
 * @internal
 */
export function discovery(
  resources: readonly ServedResource[],
): ReadonlyMap<string, object> {
  const groups = [...new Set(resources.map(({ group }) => group))];
  const named = groups.filter(Boolean).map(group => groupOf(group, resources));
  return new Map<string, object>([
    ['/api', { kind: 'APIVersions', versions: ['v1'] }],
    ['/apis', { kind: 'APIGroupList', apiVersion: 'v1', groups: named }],
    [
      '/version',
      { major: '1', minor: '35', gitVersion: 'v1.35.4+demo', platform: 'demo' },
    ],
    ...named.map(
      group =>
        [
          `/apis/${group.name}`,
          { kind: 'APIGroup', apiVersion: 'v1', ...group },
        ] as const,
    ),
    ...resources.map(({ group, version }) => {
      const groupVersion = group ? `${group}/${version}` : version;
      return [
        `${group ? '/apis' : '/api'}/${groupVersion}`,
        {
          kind: 'APIResourceList',
          apiVersion: 'v1',
          groupVersion,
          resources: resources
            .filter(other => other.group === group && other.version === version)
            .map(describe),
        },
      ] as const;
    }),
  ]);
}

function groupOf(name: string, resources: readonly ServedResource[]) {
  const versions = resources
    .filter(({ group }) => group === name)
    .map(({ version }) => version);
  const described = [...new Set(versions)].map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions: described, preferredVersion: described[0] };
}

function describe({ resource, kind, namespaced }: ServedResource) {
  return {
    name: resource,
    singularName: kind.toLowerCase(),
    namespaced,
    kind,
    verbs: ['get', 'list', 'watch'],
  };
}
