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

import { barmanPlugin } from '../backups';
import { SealedCredentials, sops } from '../credentials';
import { cnpg } from '../engines';
import { defaultTargetOptions } from '../layouts/defaultTargetOptions';
import {
  BackupDraft,
  DatabaseDraft,
  DatabaseRequest,
  EncryptionFact,
  PlannedFile,
  PolicySubject,
  Target,
  TargetEnvironment,
} from '../model';
import { namingTarget, resolveNames } from '../naming';
import { renderYaml } from '../yaml';

const repository = { host: 'git.example.test', owner: 'shop', branch: 'main' };

const target: Target = {
  id: 'synestra',
  title: 'Synestra',
  platform: { ...repository, repo: 'platform' },
  app: { ...repository, repo: 'web-core' },
  layout: 'platformAndApp',
  options: defaultTargetOptions,
};

const request: DatabaseRequest = {
  apiVersion: 'basewell.dev/v1alpha1',
  kind: 'DatabaseRequest',
  metadata: { name: 'shop' },
  spec: {
    service: 'component:default/shop',
    owner: 'group:default/team-shop',
    target: target.id,
    reason: 'Orders move out of the monolith.',
    engine: 'cnpg',
    version: '17',
    environments: [{ name: 'dev' }, { name: 'prod' }],
    databases: [],
    names: {},
    waivers: [],
  },
};

const encryption: EncryptionFact = {
  state: 'covered',
  config: '.sops.yaml',
  rule: 1,
  recipients: ['age1example'],
  unsupported: [],
  encrypts: 'values',
  fields: ['encrypted_regex'],
  warnings: [],
};

const backup: BackupDraft = {
  method: barmanPlugin.id,
  schedule: '0 0 2 * * *',
  retention: '30d',
  destinationPath: 's3://backups/shop',
  credentials: {
    secretName: 'backup-credentials',
    accessKeyIdKey: 'accessKeyId',
    secretAccessKeyKey: 'secretAccessKey',
    provided: false,
  },
};

/**
 * The example that the examples of the policy rules change: a database for the
 * app `shop` in dev and prod, by the default conventions, with which all is well.
 *
 * @public
 */
export function standardSubject(): PolicySubject {
  const databases = target.options.environments
    .filter(({ name }) => name !== 'stage')
    .map(draft);
  return {
    plan: {
      request,
      target: target.id,
      branch: 'databases/shop/create',
      databases,
      files: databases.flatMap(filesOf),
      entries: [],
      rules: [],
      conventions: [],
      notes: [],
    },
    context: {
      target,
      platform: { files: {}, folders: {} },
      app: { files: {}, folders: {} },
      encryption: {},
      certificates: {},
      today: '2026-11-01',
      requester: 'user:default/ada',
    },
    obstacles: [],
  };
}

function draft(environment: TargetEnvironment): DatabaseDraft {
  const { title: _, ...size } = target.options.sizes[environment.size];
  return {
    app: 'shop',
    environment: environment.name,
    production: environment.production,
    engine: cnpg.id,
    product: 'PostgreSQL',
    version: '17',
    image: target.options.images['17'],
    names: resolveNames('shop', environment.name, namingTarget(target)).names,
    size: environment.size,
    ...size,
    credentialSource: 'sops',
    ...(environment.production && { backup }),
    monitoring: false,
    databases: [],
    labels: { 'basewell.dev/app': 'shop' },
    annotations: {},
  };
}

function filesOf(database: DatabaseDraft): readonly PlannedFile[] {
  const { environment, names } = database;
  const { bootstrap, runtime } = sops.draft!(
    database,
    target.options,
    cnpg.provision!.connection(database),
  ) as SealedCredentials;
  const secrets = [bootstrap, runtime].map((secret): PlannedFile => ({
    kind: 'secret',
    repository: 'platform',
    path: `secrets/${secret.namespace}/${secret.name}.yaml`,
    change: 'create',
    purpose: `Secret of ${environment}`,
    environment,
    secret,
    encryption,
  }));
  const manifests = cnpg
    .provision!.manifests(database)
    .map(({ file, purpose, manifest }): PlannedFile => ({
      kind: 'text',
      repository: 'platform',
      path: `infra/databases/cloudnativepg/${names.cluster}/${file}`,
      change: 'create',
      purpose,
      environment,
      content: renderYaml([manifest]),
    }));
  return [
    ...secrets,
    ...manifests,
    {
      kind: 'text',
      repository: 'app',
      path: `deploy/env/${environment}/shop.yaml`,
      change: 'create',
      purpose: `Values of the app in ${environment}`,
      environment,
      content: renderYaml([{ envFrom: { secretRef: names.runtimeSecret } }]),
    },
  ];
}
