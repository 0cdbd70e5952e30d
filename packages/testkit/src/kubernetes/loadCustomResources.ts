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

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageFolder } from '../packageFolder';
import { binaries } from '../servers/binaries';
import { KubernetesClient } from './KubernetesClient';
import { KubernetesObject } from './KubernetesObject';

/**
 * Groups of CustomResourceDefinitions. `npm run tools` fetches them, each from
 * the project's own release, unchanged; those of operators whose definitions cannot
 * be had that way are written here, in `crds`.
 *
 * @public
 */
export type CustomResourceGroup =
  (typeof FETCHED)[number] | (typeof OWN)[number];

const FETCHED = [
  'argocd',
  'barman',
  'cnpg',
  'external-secrets',
  'prometheus',
] as const;

const OWN = [
  'arangodb',
  'clickhouse',
  'crunchy',
  'flux',
  'k8up',
  'percona',
  'sealed-secrets',
  'sops-secrets-operator',
  'stackgres',
  'vault-secrets-operator',
  'velero',
  'zalando',
] as const;

const ALL: readonly CustomResourceGroup[] = [...FETCHED, ...OWN];

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const POLL_MILLISECONDS = 200;
const TIMEOUT_MILLISECONDS = 30_000;

/**
 * Installs CustomResourceDefinitions and waits until the API server serves all
 * of them.
 *
 * @internal
 */
export async function loadCustomResources(
  client: KubernetesClient,
  groups: readonly CustomResourceGroup[] = ALL,
): Promise<void> {
  const files = (await Promise.all(groups.map(listDefinitions))).flat();
  await Promise.all(files.map(file => createDefinition(client, file)));

  const deadline = Date.now() + TIMEOUT_MILLISECONDS;
  for (;;) {
    const stored = await client.request('GET', DEFINITIONS);
    const waiting = (stored.items as readonly KubernetesObject[]).filter(
      definition => !isEstablished(definition),
    );
    if (waiting.length === 0) {
      return;
    }
    if (Date.now() > deadline) {
      const names = waiting.map(({ metadata }) => metadata.name).join(', ');
      throw new Error(`These definitions were not established: ${names}`);
    }
    await sleep(POLL_MILLISECONDS);
  }
}

async function listDefinitions(
  group: CustomResourceGroup,
): Promise<readonly string[]> {
  const folder = (OWN as readonly string[]).includes(group)
    ? join(packageFolder, 'src/kubernetes/crds', group)
    : join(binaries.crds, group);
  return (await readdir(folder)).map(file => join(folder, file));
}

/**
 * Sends the file as it is, one definition in each: parsing these megabytes here
 * would take longer than all the rest.
 */
async function createDefinition(
  client: KubernetesClient,
  file: string,
): Promise<void> {
  await client.request('POST', DEFINITIONS, {
    contentType: 'application/yaml',
    content: await readFile(file, 'utf8'),
  });
}

function isEstablished(definition: KubernetesObject): boolean {
  const { conditions } = definition.status as {
    // Null until the API server has looked at the definition.
    readonly conditions: readonly { type: string; status: string }[] | null;
  };
  return (conditions ?? []).some(
    ({ type, status }) => type === 'Established' && status === 'True',
  );
}
