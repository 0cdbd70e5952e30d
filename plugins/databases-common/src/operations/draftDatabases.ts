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

import { violation } from '../messages';
import {
  Conventions,
  DatabaseParts,
  LayoutContext,
  SharedClusterParts,
} from '../layouts';
import {
  DatabaseDraft,
  DatabaseNames,
  DatabaseRequest,
  Obstacle,
} from '../model';
import {
  checkCollisions,
  namingIn,
  namingInChart,
  namingTarget,
  resolveNames,
} from '../naming';
import { draftDatabase } from './draftDatabase';
import { findInChart } from './findInChart';
import { findSharedCluster } from './findSharedCluster';
import { Registries } from './Registries';

/**
 * One database per environment with all its parts, as far as the target has
 * what they need.
 */
export function draftDatabases(
  request: DatabaseRequest,
  house: LayoutContext,
  conventions: Conventions | undefined,
  registries: Registries,
): {
  readonly databases: readonly DatabaseParts[];
  readonly obstacles: readonly Obstacle[];
} {
  const { target, app, environments } = house;
  const engine = registries.engines.find(
    ({ id }) => id === request.spec.engine,
  )?.provision;
  const shared = environments.map(({ name }) => {
    const index = request.spec.environments.findIndex(
      other => other.name === name,
    );
    const field = `spec.environments[${index}]`;
    return engine
      ? findSharedCluster(request.spec.environments[index], {
          ...{ request, house, engine, field },
        })
      : { problems: [] };
  });
  const charts = environments.map(({ name }) => {
    const index = request.spec.environments.findIndex(
      other => other.name === name,
    );
    return findInChart(request.spec.environments[index], {
      ...{ request, house, field: `spec.environments[${index}]` },
    });
  });
  const resolved = environments.map((environment, index) => {
    const cluster = shared[index].found?.cluster;
    const naming = namingTarget(target);
    return {
      environment: environment.name,
      shared: cluster !== undefined,
      ...resolveNames(
        app,
        environment.name,
        charts[index].found
          ? namingInChart(naming, target.options.inChart)
          : namingIn(naming, cluster),
        request.spec.names,
        conventions?.names[environment.name],
      ),
    };
  });
  const drafts = resolved.map(({ names }, index) =>
    engine && !shared[index].problems.length && !charts[index].problems.length
      ? draftDatabase({
          request,
          environment: environments[index],
          target,
          names,
          engine,
          backups: registries.backups,
          objectStore:
            conventions?.companions?.[environments[index].name]?.objectStore,
          shared: shared[index].found,
          inChart: charts[index].found,
        })
      : { obstacles: [] },
  );
  const databases = drafts.flatMap(({ draft }, index) =>
    draft
      ? [assemble(draft, shared[index].found)].flatMap(parts => parts ?? [])
      : [],
  );
  return {
    databases,
    obstacles: [
      ...[...shared, ...charts].flatMap(({ problems }) => problems),
      ...resolved.flatMap(({ problems }) => problems),
      ...checkCollisions(resolved, conventions?.delivery.tool),
      ...checkMainDatabases(
        request,
        resolved.map(({ names }) => names),
      ),
      ...drafts.flatMap(({ obstacles }) => obstacles),
      ...databases.flatMap(twinManifests),
      ...sharedSecrets(databases),
    ],
  };

  function assemble(
    database: DatabaseDraft,
    cluster: SharedClusterParts | undefined,
  ): DatabaseParts | undefined {
    const connection = engine!.connection(database);
    const [credentials] = registries.credentials.flatMap(
      source => source.draft?.(database, target.options, connection) ?? [],
    );
    if (!credentials) {
      return undefined;
    }
    const { backup, names } = database;
    const contribution =
      backup &&
      registries.backups
        .find(({ id }) => id === backup.method)
        ?.provision?.contribute({ ...database, backup });
    const { owner, writerHost } = names;
    return {
      database,
      manifests: manifestsOf(),
      ...(cluster && { shared: cluster }),
      credentials,
      connectionExample: `${connection.scheme}://${encodeURIComponent(
        owner,
      )}:PASSWORD@${writerHost}:${connection.port}/${encodeURIComponent(
        names.database,
      )}`,
    };

    function manifestsOf() {
      if (database.inChart) {
        return [];
      }
      return cluster
        ? cluster.provision.manifests(database)
        : engine!.manifests(database, contribution);
    }
  }
}

/** A further database must not be the one that initdb makes. */
function checkMainDatabases(
  { spec }: DatabaseRequest,
  all: readonly DatabaseNames[],
): readonly Obstacle[] {
  return spec.databases.flatMap(({ name }, index) =>
    all.some(({ database }) => database === name)
      ? {
          rule: 'naming',
          field: `spec.databases[${index}].name`,
          ...violation('naming.same', {
            what: 'A further database',
            other: 'the main one',
            name,
            alternative: `${name}_2`,
          }),
        }
      : [],
  );
}

/** A manifest fills its Secret from the entry of one environment. */
function sharedSecrets(
  databases: readonly DatabaseParts[],
): readonly Obstacle[] {
  const sharers = new Map<string, string[]>();
  for (const { database, credentials } of databases) {
    if (credentials.kind === 'declared' && credentials.bootstrap) {
      const { namespace, name } = credentials.bootstrap;
      const secret = `${namespace}/${name}`;
      sharers.set(secret, [
        ...(sharers.get(secret) ?? []),
        database.environment,
      ]);
    }
  }
  return [...sharers]
    .filter(([, environments]) => environments.length > 1)
    .map(([secret, environments]) => ({
      rule: 'one-credential-source',
      ...violation('oneCredentialSource.shared', { secret, environments }),
    }));
}

/** Two databases whose names differ only in what Kubernetes does not know. */
function twinManifests({ manifests }: DatabaseParts): readonly Obstacle[] {
  return manifests
    .filter(
      ({ file }, index) =>
        manifests.findIndex(other => other.file === file) < index,
    )
    .map(({ file, manifest }) => ({
      rule: 'naming',
      field: 'spec.databases',
      ...violation('naming.same', {
        what: file,
        other: 'another database',
        name: manifest.metadata.name,
        alternative: `${manifest.metadata.name}-2`,
      }),
    }));
}
