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

import { KubeObject } from '../model';
import { Fields, ObservedKind } from '../observation';
import { CharacterBudget } from './CharacterBudget';
import { shortText } from './shortText';
import { vaultMentions } from './vaultMentions';
import { VaultPath } from './vaultPath';

/** What is kept at most of the Secrets, as JSON. */
const MOST = 1200;
const MOST_PATHS = 4;

const AGENT_SECRET = 'vault.hashicorp.com/agent-inject-secret-';

/**
 * What is kept of a workload: which Secrets it reads, and since when its pods can
 * be running. Pods are not asked for: all of a Kubernetes cluster would be read
 * for the few that matter.
 *
 * @public
 */
export interface WorkloadData {
  readonly secrets: readonly WorkloadSecret[];
  /** How many more there are. */
  readonly secretsCut?: number;
  /** What Vault Agent gets for its pods, as annotations of these ask for it. */
  readonly vaultAgent?: readonly VaultPath[];
  /** When its pods were last asked to be replaced: RFC 3339. */
  readonly restartedAt?: string;
  /** Of a Deployment: when its last rollout was complete. RFC 3339. */
  readonly rolledOutAt?: string;
  /** Left out when it is not said. */
  readonly replicas?: number;
}

/** @public */
export interface WorkloadSecret {
  readonly name: string;
  /** A volume follows a change, the environment does not. */
  readonly reads: 'environment' | 'volume';
}

/** Found under `secret:<namespace>/<Secret>` of each Secret. */
function workload(
  kind: 'Deployment' | 'DaemonSet',
): ObservedKind<WorkloadData> {
  const resource = `${kind.toLowerCase()}s`;
  return {
    id: `${resource}.apps`,
    group: 'apps',
    versions: ['v1'],
    resource,
    kind,
    namespaced: true,
    elsewhere: true,
    feeds:
      'Which apps read the Secret of a database, and whether they have been rolled out since it changed.',
    lane: 'credential',
    project: projectWorkload,
    keys: ({ namespace, data }) => [
      ...new Set([
        ...data.secrets.map(({ name }) => `secret:${namespace}/${name}`),
        ...(data.vaultAgent ?? []).map(vaultAgentKey),
      ]),
    ],
  };
}

/** @public */
export const deployment: ObservedKind<WorkloadData> = workload('Deployment');
/** @public */
export const daemonSet: ObservedKind<WorkloadData> = workload('DaemonSet');

function projectWorkload(object: KubeObject): WorkloadData | undefined {
  const data = readWorkload(object, MOST);
  return data.secrets.length || data.vaultAgent ? data : undefined;
}

/**
 * The same of any workload, whether it reads a Secret or not.
 *
 * @param most - characters of the Secrets, as JSON
 */
export function readWorkload(object: KubeObject, most: number): WorkloadData {
  const fields = Fields.of(object);
  const template = fields.at('spec', 'template');
  const secrets = readSecrets(template.at('spec'));
  const { kept, cut } = new CharacterBudget(most).keep(secrets);
  const progress = fields
    .list('status', 'conditions')
    .find(
      condition =>
        condition.string('type') === 'Progressing' &&
        condition.string('reason') === 'NewReplicaSetAvailable',
    );
  return {
    secrets: kept,
    secretsCut: cut,
    vaultAgent: readVaultAgent(template.at('metadata')),
    restartedAt: template.string(
      'metadata',
      'annotations',
      'kubectl.kubernetes.io/restartedAt',
    ),
    rolledOutAt: progress?.string('lastUpdateTime'),
    replicas: fields.number('spec', 'replicas'),
  };
}

/** `vault.hashicorp.com/agent-inject-secret-<file>: database/creds/shop`. */
function readVaultAgent(metadata: Fields): WorkloadData['vaultAgent'] {
  const paths = metadata
    .entries('annotations')
    .filter(([name]) => name.startsWith(AGENT_SECRET))
    .flatMap(([, value]) => vaultMentions(shortText(value.string(), 120)))
    .slice(0, MOST_PATHS);
  return paths.length ? paths : undefined;
}

/**
 * Under which workloads are found whose pods get something from a mount of Vault.
 *
 * @public
 */
export function vaultAgentKey({ mount }: VaultPath): string {
  return `vault-agent:${mount}`;
}

/**
 * The Secrets that a pod reads, the environment first: of two ways it is the one
 * that does not follow.
 */
export function readSecrets(pod: Fields): readonly WorkloadSecret[] {
  const containers = [...pod.list('initContainers'), ...pod.list('containers')];
  const environment = containers.flatMap(container => [
    ...container
      .list('env')
      .map(entry => entry.at('valueFrom', 'secretKeyRef')),
    ...container.list('envFrom').map(entry => entry.at('secretRef')),
  ]);
  const volumes = pod.list('volumes');
  const names = {
    environment: environment.flatMap(ref => ref.string('name') ?? []),
    volume: [
      ...volumes.flatMap(volume => volume.string('secret', 'secretName') ?? []),
      ...volumes.flatMap(volume =>
        volume
          .list('projected', 'sources')
          .flatMap(source => source.string('secret', 'name') ?? []),
      ),
    ],
  };
  return (['environment', 'volume'] as const).flatMap(reads =>
    [...new Set(names[reads])].map(name => ({ name, reads })),
  );
}
