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

import { placeOf } from '@basewell/plugin-databases-common';
import {
  AwaitedDatabase,
  cnpgCluster,
  OrderScene,
  parseRequestBlock,
  RequestedDatabase,
  SeenDatabase,
  service,
} from '@basewell/plugin-databases-common/domain';
import { StandingRequest } from '@basewell/plugin-databases-node';
import { DatabaseRow } from '../store/DatabaseRow';
import { SnapshotStore } from '../store/SnapshotStore';

/** What is asked for are databases of CloudNativePG. */
const ENGINE = 'cnpg';
/** Stands for all Kubernetes clusters where none is known. */
const ANY_KUBERNETES_CLUSTER = '*';

/** What the order of a request depends on, as the forges and the Kubernetes clusters show it. */
export function orderSceneOf(
  { block, pulls, target }: Pick<StandingRequest, 'block' | 'pulls' | 'target'>,
  store: SnapshotStore,
  now: number,
): OrderScene {
  const { alone = false, readied = false } = block;
  const databases = awaitedBy(block, pulls);
  return {
    now: new Date(now).toISOString(),
    ...pulls,
    alone,
    readied,
    ...(databases && {
      databases: databases.map(database =>
        awaitedIn(store, database, placeIn(target, database), now),
      ),
    }),
  };
}

/** The app's pull request cannot leave out what the platform's was reviewed for. */
function awaitedBy(
  { app, target, databases }: StandingRequest['block'],
  { platform }: StandingRequest['pulls'],
): readonly RequestedDatabase[] | undefined {
  const reviewed = parseRequestBlock(platform?.body ?? '');
  const more =
    reviewed?.app === app && reviewed.target === target
      ? (reviewed.databases ?? [])
      : [];
  const named = [...(databases ?? []), ...more].map(
    database => [JSON.stringify(database), database] as const,
  );
  return named.length ? [...new Map(named).values()] : databases;
}

/** The Kubernetes cluster of an environment, where the target names it. */
function placeIn(
  { options }: StandingRequest['target'],
  { environment }: RequestedDatabase,
): string | undefined {
  return options.environments.find(({ name }) => name === environment)
    ?.kubernetesCluster;
}

function awaitedIn(
  store: SnapshotStore,
  wanted: RequestedDatabase,
  place: string | undefined,
  now: number,
): AwaitedDatabase {
  const known = placesOf(store);
  const rows = store.rows().filter(row => isWanted(row, wanted, place));
  return {
    ...wanted,
    seen: rows.map(row => seenIn(store, row, now)),
    unseen: unseenIn(store, place === undefined ? known : [place]),
    unplaced:
      place === undefined && known.length > 1
        ? rows
            .filter(({ identity }) => identity.environment === undefined)
            .map(({ identity }) => identity.kubernetesCluster)
        : [],
  };
}

function isWanted(
  { identity }: DatabaseRow,
  { namespace, cluster, database, environment }: RequestedDatabase,
  place: string | undefined,
): boolean {
  return (
    identity.engine === ENGINE &&
    identity.namespace === namespace &&
    identity.name === cluster &&
    // Kubernetes clusters of several environments may use the same names.
    (identity.environment ?? environment) === environment &&
    (place === undefined || identity.kubernetesCluster === place) &&
    (database === undefined
      ? identity.instance === undefined
      : identity.database === database)
  );
}

function seenIn(
  store: SnapshotStore,
  { identity }: DatabaseRow,
  now: number,
): SeenDatabase {
  const { verdicts, complete, staleSince } = store.judge(identity.id, now);
  const { applications = [] } = store.describe(identity.id, now);
  return {
    identity,
    verdicts,
    current: complete && staleSince === undefined,
    applications: applications.filter(
      ({ delivers }) => delivers === 'database',
    ),
    service: serviceOf(store, identity),
  };
}

/** The operator marks what leads to a cluster with the cluster's name. */
function serviceOf(
  store: SnapshotStore,
  { kubernetesCluster, namespace, name }: DatabaseRow['identity'],
): SeenDatabase['service'] {
  const facts = store.view(kubernetesCluster);
  if (facts.coverage(service).state !== 'synced') {
    return 'unknown';
  }
  return facts
    .of(service, `selector:${namespace}/cnpg.io/cluster=${name}`)
    .some(found => found.name === `${name}-rw`)
    ? 'there'
    : 'missing';
}

function placesOf(store: SnapshotStore): readonly string[] {
  const names = store
    .coverages()
    .map(({ kubernetesCluster }) => kubernetesCluster)
    .filter(name => placeOf(name).origin === 'kubernetes');
  return [...new Set(names)];
}

/** Kubernetes clusters that may have a CNPG cluster which nobody sees. */
function unseenIn(
  store: SnapshotStore,
  places: readonly string[],
): readonly string[] {
  return places.length
    ? places.filter(
        name =>
          !['synced', 'absent'].includes(
            store.view(name).coverage(cnpgCluster).state,
          ),
      )
    : [ANY_KUBERNETES_CLUSTER];
}
