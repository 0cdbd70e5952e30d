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

import { matchGlob } from './matchGlob';

/** An entry of `spec.destinations` of an AppProject. */
export interface ProjectDestination {
  readonly namespace?: unknown;
  readonly server?: unknown;
  readonly name?: unknown;
}

/** What Argo CD calls the Kubernetes cluster that it runs in. */
const IN_CLUSTER = {
  server: 'https://kubernetes.default.svc',
  name: 'in-cluster',
};

/**
 * What a project says about a destination, by Argo CD's rules (argo-cd
 * app_project_types.go `isDestinationMatched`): each field is a glob, `!` in
 * front of it denies, and one denial wins over all that permit.
 *
 * @returns the index of the entry that denies it as `denied`.
 */
export function permitsDestination(
  destinations: readonly ProjectDestination[],
  wanted: { readonly namespace: string; readonly server: string },
): { readonly permitted: boolean; readonly denied?: number } {
  const clusterName =
    wanted.server === IN_CLUSTER.server ? IN_CLUSTER.name : '';
  let permitted = false;
  for (const [index, entry] of destinations.entries()) {
    const name = text(entry.name);
    const server = text(entry.server);
    const namespace = text(entry.namespace);
    const nameMatches = clusterName !== '' && matches(name, clusterName);
    const serverMatches = matches(server, wanted.server);
    const namespaceMatches = matches(namespace, wanted.namespace);
    if ((serverMatches || nameMatches) && namespaceMatches) {
      permitted = true;
    } else if (
      (!nameMatches && name.startsWith('!')) ||
      (!serverMatches && server.startsWith('!') && namespaceMatches) ||
      (!namespaceMatches && namespace.startsWith('!') && serverMatches)
    ) {
      return { permitted: false, denied: index };
    }
  }
  return { permitted };
}

function matches(pattern: string, value: string): boolean {
  return pattern.startsWith('!')
    ? !matchGlob(pattern.slice(1), value)
    : matchGlob(pattern, value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
