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

import { postgresImages } from '../engines';
import { TargetOptions } from '../model';

/**
 * The canon's conventions: a platform repository with secrets, clusters and
 * Applications, an app repository with values and Applications.
 *
 * @public
 */
export const defaultTargetOptions: TargetOptions = {
  environments: [
    { name: 'dev', production: false, size: 'small' },
    { name: 'stage', production: false, size: 'small' },
    { name: 'prod', production: true, size: 'medium' },
  ],
  names: {
    appNamespace: 'web-{app}-{env}',
    databasesNamespace: 'databases',
    cluster: '{app}{-env}-cnpg',
    database: '{app_}',
    owner: '{database}',
    bootstrapSecret: '{app}{-env}-initdb-secret',
    roleSecret: '{app}{-env}-role-secret',
    runtimeSecret: '{appNamespace}-env',
    databaseApplication: 'infra-{app}{-env}-db',
    appApplication: '{appNamespace}',
  },
  paths: {
    clusterFolder: 'infra/databases/cloudnativepg/{app}{-env}',
    baseFolder: 'infra/databases/base/{app}',
    bootstrapSecret: 'secrets/{databasesNamespace}/{secret}.yaml',
    runtimeSecret: 'secrets/{appNamespace}/{secret}.yaml',
    appNamespace: 'secrets/{appNamespace}/00-namespace.yaml',
    backupSecret: 'secrets/{databasesNamespace}/{secret}.yaml',
    credentialManifest: 'secrets/{namespace}/{name}-{kind}.yaml',
    databaseApplication: 'argocd/apps/{databaseApplication}.yaml',
    values: 'deploy/env/{env}/{app}.yaml',
    releaseValues: 'deploy/env/release-{env}/{app}.yaml',
    appApplication: 'deploy/argocd/apps/{env}/{app}.yaml',
    chart: 'deploy/charts/web-app',
  },
  argocd: {
    destinationServer: 'https://kubernetes.default.svc',
    automatedDatabases: false,
  },
  flux: {},
  sizes: {
    small: {
      title: 'Small',
      instances: 1,
      storage: '5Gi',
      cpu: '250m',
      memory: '512Mi',
    },
    medium: {
      title: 'Medium',
      instances: 2,
      storage: '20Gi',
      cpu: '1',
      memory: '2Gi',
    },
    large: {
      title: 'Large',
      instances: 3,
      storage: '100Gi',
      cpu: '4',
      memory: '8Gi',
    },
  },
  images: Object.fromEntries(
    postgresImages.map(({ version, standard }) => [version, standard]),
  ),
  backup: {
    method: 'barmanPlugin',
    schedule: '0 0 2 * * *',
    retention: '30d',
    credentials: {
      from: 'provided',
      secretName: 'cnpg-backup-s3-credentials-{app}{-env}',
    },
  },
  sharedClusters: [],
  inChart: {
    environments: [],
    cluster: '{app}-postgres',
    service: '{cluster}-rw',
    secret: '{appNamespace}-db-init',
    values: {
      clusterName: '{cluster}',
      'bootstrap.secretName': '{bootstrapSecret}',
      'bootstrap.database': '{database}',
      'bootstrap.owner': '{owner}',
    },
  },
  monitoring: true,
  credentials: { source: 'sops' },
  secrets: {
    bootstrap: 'perEnvironment',
    uriKey: 'DATABASE_URI',
    generatedKeys: ['PAYLOAD_SECRET'],
    whenRuntimeSecretExists: 'report',
    extraRuntimeSecret: '{appNamespace}-db-env',
    sealedSecrets: { scope: 'strict' },
  },
  values: { env: { SYNESTRA_ENV: '{env}' } },
  policy: { disabled: [], warnOnly: [] },
  pullRequests: { labels: [], reviewers: 'none' },
  labels: {},
  annotations: {},
};
