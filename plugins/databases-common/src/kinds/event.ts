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

import { Fields, ObservedKind } from '../observation';
import { redactedText } from './redactedText';
import { shortText } from './shortText';

/**
 * What is kept of an event about an object of CloudNativePG, a resource of another
 * operator, a StatefulSet or a volume claim, or about a Secret that is copied from
 * Vault.
 *
 * @public
 */
export interface EventData {
  readonly about: { readonly kind: string; readonly name: string };
  /** `Normal` or `Warning`. */
  readonly type?: string;
  readonly reason: string;
  readonly message?: string;
  readonly count: number;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
}

/** Normal events that are worth showing; of the warnings, all are. */
const notable = [
  'SwitchingOver',
  'FailingOver',
  'FailoverTarget',
  'Switchover',
];

const ours = ['Cluster', 'Pooler', 'ScheduledBackup', 'Backup'];
/** Resources of other operators, with their groups. */
const operated: { readonly [kind: string]: string } = {
  postgresql: 'acid.zalan.do',
  PostgresCluster: 'postgres-operator.crunchydata.com',
  PerconaPGCluster: 'pgv2.percona.com',
  SGCluster: 'stackgres.io',
  ClickHouseInstallation: 'clickhouse.altinity.com',
  ArangoDeployment: 'database.arangodb.com',
};
/** Some of their failures never reach a status. */
const copies = ['VaultStaticSecret', 'VaultDynamicSecret'];

/**
 * Events live for an hour. They are found under what they are about:
 * `<kind>/<namespace>/<name>`.
 *
 * @public
 */
export const event: ObservedKind<EventData> = {
  id: 'events',
  group: '',
  versions: ['v1'],
  resource: 'events',
  kind: 'Event',
  namespaced: true,
  selectors: [
    ...ours.map(kind => ({ fields: `involvedObject.kind=${kind}` })),
    ...[
      'PersistentVolumeClaim',
      'StatefulSet',
      ...Object.keys(operated),
      ...copies,
    ].map(kind => ({
      fields: `involvedObject.kind=${kind},type=Warning`,
    })),
  ],
  feeds:
    'Some refusals of operators and controllers are written nowhere but in an event.',
  lane: 'health',
  project(object) {
    const fields = Fields.of(object);
    const about = fields.at('involvedObject');
    const kind = about.string('kind');
    const name = about.string('name');
    const reason = fields.string('reason');
    const type = fields.string('type');
    const isOf = (group: string | undefined) =>
      group && about.string('apiVersion')?.startsWith(`${group}/`);
    const isCopy = isOf('secrets.hashicorp.com');
    const isOperated =
      kind && Object.hasOwn(operated, kind) && isOf(operated[kind]);
    const isOurs =
      isCopy ||
      isOperated ||
      kind === 'PersistentVolumeClaim' ||
      kind === 'StatefulSet' ||
      isOf('postgresql.cnpg.io');
    if (!kind || !name || !reason || !isOurs) {
      return undefined;
    }
    return type === 'Warning' || notable.includes(reason)
      ? {
          about: { kind, name },
          type,
          reason,
          // What these write nobody here has read.
          message: (isCopy || isOperated ? redactedText : shortText)(
            fields.string('message'),
          ),
          count:
            fields.number('series', 'count') ?? fields.number('count') ?? 1,
          firstSeen:
            fields.string('firstTimestamp') ?? fields.string('eventTime'),
          lastSeen:
            fields.string('series', 'lastObservedTime') ??
            fields.string('lastTimestamp') ??
            fields.string('eventTime'),
        }
      : undefined;
  },
  keys: ({ namespace, data }) => [
    `${data.about.kind}/${namespace}/${data.about.name}`,
  ],
};
