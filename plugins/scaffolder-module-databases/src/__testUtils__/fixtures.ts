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

import {
  DatabaseParameters,
  Finding,
  PlanPreview,
  TargetSummary,
} from '@basewell/plugin-databases-common';

export const storefront: TargetSummary = {
  id: 'storefront',
  title: 'Storefront',
  platform: {
    host: 'forge.example.test',
    owner: 'platform',
    repo: 'gitops',
    branch: 'main',
  },
  app: {
    host: 'forge.example.test',
    owner: 'shop',
    repo: 'web-core',
    branch: 'main',
  },
  layout: { from: 'configuration', title: 'Platform and app repository' },
  environments: [
    { name: 'dev', production: false, size: 'small' },
    { name: 'prod', production: true, size: 'medium' },
  ],
  naming: {
    environments: [
      { name: 'dev', production: false, size: 'small' },
      { name: 'prod', production: true, size: 'medium' },
    ],
    names: {
      appNamespace: 'web-{app}-{env}',
      databasesNamespace: 'databases',
      cluster: '{app}{-env}-cnpg',
      database: '{app_}',
      owner: '{app_}',
      bootstrapSecret: '{app}{-env}-initdb-secret',
      roleSecret: '{app}{-env}-role-secret',
      runtimeSecret: 'web-{app}-{env}-env',
      databaseApplication: 'infra-{app}{-env}-db',
      appApplication: 'web-{app}-{env}',
    },
    sharedBootstrapSecret: false,
    generatedBootstrapSecret: false,
  },
  sizes: {
    small: {
      title: 'Small',
      instances: 1,
      storage: '5Gi',
      cpu: '100m',
      memory: '512Mi',
    },
    medium: {
      title: 'Medium',
      instances: 3,
      storage: '20Gi',
      cpu: '500m',
      memory: '2Gi',
    },
  },
  defaultSize: 'small',
  versions: ['18', '17'],
  sharedClusters: [],
  inChart: {
    environments: [],
    cluster: '{app}-postgres',
    service: '{cluster}-rw',
    secret: '{appNamespace}-db-init',
  },
  backup: {
    available: true,
    schedule: '0 0 2 * * *',
    retention: '30d',
    credentialsNeeded: false,
  },
  userTokenHosts: [],
  waivableRules: [
    { id: 'production-has-backups', title: 'Production has backups' },
  ],
};

export const parameters: DatabaseParameters = {
  service: 'component:default/shop',
  target: 'storefront',
  name: 'shop',
  version: '18',
  environments: [{ name: 'dev', size: 'small' }],
};

export const noBackups: Finding = {
  rule: 'production-has-backups',
  severity: 'error',
  message: 'unknown.to.the.page',
  params: {},
  summary: 'The production database shop-cnpg has no backups.',
  remedy: 'Leave backups on, or waive the rule.',
  evidence: [],
};

export const preview: PlanPreview = {
  digest: 'd1',
  target: 'storefront',
  branch: 'databases/shop/create',
  databases: [],
  files: [
    {
      repository: 'platform',
      path: 'infra/databases/cloudnativepg/shop-dev/cluster.yaml',
      change: 'create',
      purpose: 'CloudNativePG cluster of dev',
      environment: 'dev',
      diff: '@@ -0,0 +1,2 @@\n+kind: Cluster\n+metadata: {}\n',
    },
    {
      repository: 'platform',
      path: 'secrets/databases/shop-dev-initdb-secret.yaml',
      change: 'create',
      purpose: 'Password of the owner in dev',
      environment: 'dev',
      diff: '@@ -0,0 +1 @@\n+password: <generated, 48 characters>\n',
      secret: {
        name: 'shop-dev-initdb-secret',
        namespace: 'databases',
        type: 'kubernetes.io/basic-auth',
        labels: {},
        annotations: {},
        values: {},
      },
      encryption: {
        state: 'covered',
        config: '.sops.yaml',
        rule: 1,
        recipients: ['age1example'],
        unsupported: [],
        encrypts: 'values',
        fields: ['encrypted_regex'],
        warnings: [],
      },
    },
    {
      repository: 'app',
      path: 'deploy/env/dev/shop.yaml',
      change: 'edit',
      purpose: 'Values of dev',
      environment: 'dev',
      diff: '@@ -1 +1 @@\n-a: 1\n+a: 2\n',
    },
    {
      repository: 'app',
      path: 'deploy/argocd/apps/dev/shop.yaml',
      change: 'none',
      purpose: 'Application of dev',
      diff: '',
    },
  ],
  pullRequests: [
    {
      repository: 'platform',
      title: 'feat(db): shop PostgreSQL for dev',
      body: '## Why',
      draft: false,
      reviewers: ['@platform/owners'],
      approvals: [
        { rule: 'Databases', required: 1, approvers: ['@grace', '@heidi'] },
        { rule: 'Two eyes', required: 2, approvers: [] },
      ],
    },
    {
      repository: 'app',
      title: 'WIP: feat(db): shop PostgreSQL for dev',
      body: '## Why',
      draft: true,
      reviewers: [],
    },
  ],
  findings: [],
  conventions: [
    {
      repository: 'platform',
      what: 'AppProject of Applications of databases',
      value: 'platform',
      evidence: ['argocd/apps/infra-landing-db.yaml'],
      from: 'files',
    },
    {
      repository: 'app',
      what: 'Lists in YAML',
      value: 'indented below their key',
      evidence: [],
      from: 'usual',
    },
  ],
  notes: [],
  entries: [],
  blockers: [],
};
