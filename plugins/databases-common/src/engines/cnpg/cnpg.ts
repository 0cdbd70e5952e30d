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

import { BackupContribution } from '../../backups';
import { DatabaseDraft, ManifestDraft } from '../../model';
import { poolerName } from '../../naming';
import { Engine, ImageFlavor } from '../Engine';
import { clusterManifest } from './clusterManifest';
import { cnpgObservation } from './cnpgObservation';
import { podMonitorManifest } from './podMonitorManifest';
import { poolerManifest } from './poolerManifest';
import { postgresImages } from './postgresImages';
import { databaseManifests } from './databaseManifests';
import { sharedCnpg } from './sharedCnpg';

/**
 * PostgreSQL run by CloudNativePG, manifests as of operator 1.30.
 *
 * @public
 */
export const cnpg: Engine = {
  id: 'cnpg',
  title: 'PostgreSQL (CloudNativePG)',
  maturity: 'stable',
  observation: cnpgObservation,
  provision: {
    product: 'PostgreSQL',
    versions: postgresImages.map(({ version, endOfLife }) => ({
      version,
      endOfLife,
    })),
    image,
    manifests,
    shared: sharedCnpg,
    connection: ({ names, pooler }) => ({
      scheme: 'postgresql',
      port: 5432,
      ...(pooler && {
        poolerHost: `${poolerName(names.cluster)}.${
          names.databasesNamespace
        }.svc.cluster.local`,
      }),
    }),
  },
};

/** A target that has the maintained image gets the flavor that its backups need. */
function image(
  version: string,
  flavor: ImageFlavor,
  configured: { readonly [version: string]: string },
): string | undefined {
  const own = Object.hasOwn(configured, version)
    ? configured[version]
    : undefined;
  const maintained = postgresImages.find(other => other.version === version);
  return own === maintained?.standard ? maintained?.[flavor] : own;
}

function manifests(
  database: DatabaseDraft,
  backup?: BackupContribution,
): readonly ManifestDraft[] {
  const { environment, pooler } = database;
  return [
    {
      file: 'cluster.yaml',
      purpose: `CNPG cluster of ${environment}`,
      manifest: clusterManifest(database, backup?.clusterSpec),
    },
    ...(backup?.manifests ?? []),
    ...databaseManifests(database, database.databases),
    ...(pooler
      ? [
          {
            file: 'pooler.yaml',
            purpose: `Connection pooler of ${environment}`,
            manifest: poolerManifest({ ...database, pooler }),
          },
        ]
      : []),
    ...(database.monitoring
      ? [
          {
            file: 'pod-monitor.yaml',
            purpose: `Metrics of ${environment}`,
            manifest: podMonitorManifest(database),
          },
        ]
      : []),
  ];
}
