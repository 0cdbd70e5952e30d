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
import { OperatedData, OperatedGroup, OperatedStatus } from './OperatedData';
import { readClickHouseUsers } from './readClickHouseUsers';
import { readGroups } from './readGroups';
import { readOperated } from './readOperated';
import { shortText } from './shortText';

/**
 * A ClickHouse of Altinity's operator. Its configuration may hold passwords, and
 * its status a whole copy of it: of both only names and numbers are kept.
 *
 * @public
 */
export const clickHouseInstallation: ObservedKind<OperatedData> = {
  id: 'clickhouseinstallations.clickhouse.altinity.com',
  group: 'clickhouse.altinity.com',
  versions: ['v1'],
  resource: 'clickhouseinstallations',
  kind: 'ClickHouseInstallation',
  namespaced: true,
  feeds: "Databases of Altinity's operator for ClickHouse.",
  lane: 'health',
  project,
  keys: ({ namespace, name }) => [`${namespace}/${name}`],
};

/** The operator takes any of these for a yes. */
const yes = /^(1|true|yes|on|enabled?)$/i;

function project(object: KubeObject): OperatedData {
  const fields = Fields.of(object);
  const spec = fields.at('spec');
  const status = fields.at('status');
  return {
    ...readOperated(object),
    version: versionOf(spec),
    groups: readGroups(readClusters(spec, status)),
    stopped: yes.test(spec.string('stop') ?? '') || undefined,
    paused: yes.test(spec.string('suspend') ?? '') || undefined,
    databases: [],
    users: [],
    ...readClickHouseUsers(spec.at('configuration', 'users')),
    status: status.entries().length ? readStatus(status) : undefined,
  };
}

/** Without clusters of its own it may have those of a template, which only the operator knows. */
function readClusters(spec: Fields, status: Fields): readonly OperatedGroup[] {
  const clusters = spec.list('configuration', 'clusters');
  return clusters.length
    ? clusters.map((cluster, index) => ({
        name: cluster.string('name') ?? String(index),
        wanted: hostsOf(cluster.at('layout')),
      }))
    : [{ name: 'hosts', wanted: status.number('hosts') }];
}

/** Shards times replicas, unless a shard has a number of its own. */
function hostsOf(layout: Fields): number {
  const shards = layout.list('shards');
  const replicas =
    layout.number('replicasCount') ?? (layout.list('replicas').length || 1);
  const count = Math.max(
    layout.number('shardsCount') ?? (shards.length || 1),
    shards.length,
  );
  return shards
    .map(
      shard =>
        shard.number('replicasCount') ??
        (shard.list('replicas').length || replicas),
    )
    .reduce(
      (sum, hosts) => sum + hosts,
      Math.max(0, count - shards.length) * replicas,
    );
}

/** `…/clickhouse-server:25.8.3-alpine` is 25.8. */
function versionOf(spec: Fields): string | undefined {
  return spec
    .list('templates', 'podTemplates')
    .flatMap(template => template.list('spec', 'containers'))
    .flatMap(
      container =>
        /clickhouse(?:-server)?:(\d+\.\d+)/.exec(
          container.string('image') ?? '',
        )?.[1] ?? [],
    )[0];
}

function readStatus(status: Fields): OperatedStatus {
  return {
    word: shortText(status.string('status'), 64),
    error: Boolean(status.string('error')) || undefined,
    service: shortText(status.string('endpoint'), 120),
    conditions: [],
  };
}
