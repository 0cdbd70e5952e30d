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
import {
  OperatedData,
  OperatedGroup,
  OperatedSecret,
  OperatedStatus,
} from './OperatedData';
import { readConditions } from './readConditions';
import { readGroups } from './readGroups';
import { readOperated } from './readOperated';
import { shortText } from './shortText';

/**
 * An ArangoDB of kube-arangodb. Its status holds digests of Secrets and a copy of
 * the specification: neither is kept.
 *
 * @public
 */
export const arangoDeployment: ObservedKind<OperatedData> = {
  id: 'arangodeployments.database.arangodb.com',
  group: 'database.arangodb.com',
  versions: ['v1'],
  resource: 'arangodeployments',
  kind: 'ArangoDeployment',
  namespaced: true,
  feeds: 'Databases of kube-arangodb.',
  lane: 'health',
  project,
  keys: ({ namespace, name }) => [`${namespace}/${name}`],
};

/** How many servers a group has, when its number is left out. */
const modes: {
  readonly [mode: string]: { readonly [group: string]: number };
} = {
  Single: { single: 1 },
  ActiveFailover: { single: 2, agents: 3 },
  Cluster: { agents: 3, dbservers: 3, coordinators: 3 },
};

function project(object: KubeObject): OperatedData {
  const fields = Fields.of(object);
  const spec = fields.at('spec');
  const status = fields.at('status');
  const mode = spec.string('mode') ?? 'Cluster';
  const groups = Object.hasOwn(modes, mode) ? modes[mode] : {};
  const image = spec.string('image');
  const version =
    status.string('current-image', 'arangodb-version') ?? image?.split(':')[1];
  return {
    ...readOperated(object),
    version: /^\d+\.\d+/.exec(version ?? '')?.[0],
    groups: readGroups(
      Object.entries(groups).map(([name, usual]) =>
        readGroup(name, spec.number(name, 'count') ?? usual, status),
      ),
    ),
    databases: [],
    users: [],
    secrets: readSecrets(object.metadata.name, spec),
    open: spec.string('auth', 'jwtSecretName') === 'None' || undefined,
    emptyPassword: rootOf(spec) === 'None' || undefined,
    status: status.entries().length ? readStatus(status) : undefined,
  };
}

/** Members that the operator lists: none of a group is sent as no list. */
function readGroup(
  name: string,
  wanted: number,
  status: Fields,
): OperatedGroup {
  const members = status.list('members', name);
  return {
    name,
    wanted,
    ready: status.at('members').present
      ? members.filter(isReady).length
      : undefined,
  };
}

function isReady(member: Fields): boolean {
  return member
    .list('conditions')
    .some(
      condition =>
        condition.string('type') === 'Ready' &&
        condition.string('status') === 'True',
    );
}

/** The operator makes the token's Secret where none is named, and that of root for `Auto`. */
function readSecrets(name: string, spec: Fields): readonly OperatedSecret[] {
  const token = spec.string('auth', 'jwtSecretName');
  const root = rootOf(spec);
  const secrets: readonly OperatedSecret[] = [
    token === undefined
      ? { name: `${name}-jwt`, use: 'token', made: true }
      : { name: token, use: 'token' },
    root === 'Auto'
      ? {
          name: `${name}-root-password`,
          use: 'superuser',
          user: 'root',
          made: true,
        }
      : { name: root, use: 'superuser', user: 'root' },
  ];
  return secrets
    .filter(secret => secret.name !== 'None')
    .map(secret => ({ ...secret, name: shortText(secret.name, 120)! }));
}

/** Left out is `None`: root is made with an empty password. */
function rootOf(spec: Fields): string {
  return spec.string('bootstrap', 'passwordSecretNames', 'root') ?? 'None';
}

function readStatus(status: Fields): OperatedStatus {
  return {
    word: shortText(status.string('phase'), 64),
    reason: shortText(status.string('reason'), 160) || undefined,
    service: shortText(status.string('serviceName'), 63),
    conditions: readConditions(status, [
      'Ready',
      'UpgradeFailed',
      'PodSchedulingFailure',
      'PendingRestart',
      'UpToDate',
    ]),
  };
}
