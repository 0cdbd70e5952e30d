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

import { DatabaseRequest, Target } from '../model';
import { defaultRegistries } from '../operations';
import { parseTarget } from '../targets';
import {
  canonRequest,
  canonTarget,
  canonTrees,
  planOver,
  requestFor,
} from './canon';
import { fluxTrees, fluxTreesByApp } from './fluxTrees';
import { shapeHouses } from './shapeHouses';
import { mergePlan, Tree, Trees } from './TreeSource';

/** A request over repositories, and what is special about it. */
export interface PlanCase {
  /** How often may be read anew; left out: as in houses that are known. */
  readonly mostRounds?: number;
  readonly name: string;
  readonly reason: string;
  readonly request: DatabaseRequest;
  /** Left out: that of the example. */
  readonly target?: Target;
  /** Left out: the example repositories as they are. */
  readonly trees?: () => Promise<Trees>;
}

/** Plans a case. */
export async function planCase({
  request,
  target,
  trees = async () => canonTrees(),
}: PlanCase) {
  const before = await trees();
  return { before, ...(await planOver(before, request, target)) };
}

const shop = canonRequest('new-app');
const plain = requestFor('shop', {
  environments: [{ name: 'dev' }, { name: 'prod' }],
});

/** The canon's repositories after a request is merged. */
async function merged(
  request: DatabaseRequest,
  target?: Target,
): Promise<Trees> {
  const trees = canonTrees();
  const { plan } = await planOver(trees, request, target);
  return mergePlan(plan, trees);
}

/** A target with everything else as it is by default. */
function bareTarget(options: object, layout?: string): Target {
  return parseTarget(
    {
      id: 'bare',
      platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
      app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
      ...(layout !== undefined && { layout }),
      options,
    },
    'target',
    defaultRegistries().layouts,
  );
}

const shared = 'infra/databases/cloudnativepg/shared';
const sharedCluster = {
  name: 'shared-cnpg',
  namespace: 'databases',
  path: `${shared}/cluster.yaml`,
  environments: ['dev', 'prod'],
};

/** The canon's repositories with a cluster that takes databases in. */
function sharedTrees(): Trees {
  const trees = canonTrees();
  return {
    ...trees,
    platform: {
      ...trees.platform,
      [sharedCluster.path]: `# Общий кластер: тут базы небольших сервисов.
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: shared-cnpg
  namespace: databases
spec:
  instances: 3
  imageName: ghcr.io/cloudnative-pg/postgresql:17.5
  bootstrap:
    initdb:
      database: appdb
      owner: appdb
      postInitSQL:
        - CREATE DATABASE temporal
  managed:
    roles:
      # Заведён руками до того, как появился портал.
      - name: n8n
        ensure: present
        login: true
        passwordSecret:
          name: n8n-role
  storage:
    size: 50Gi # хватит на год
  plugins:
    - name: barman-cloud.cloudnative-pg.io
      isWALArchiver: true
      parameters:
        barmanObjectName: shared-cnpg
`,
      [`${shared}/kustomization.yaml`]:
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - cluster.yaml\n  - database-n8n.yaml\n',
      [`${shared}/database-n8n.yaml`]:
        'apiVersion: postgresql.cnpg.io/v1\nkind: Database\nmetadata:\n  name: shared-cnpg-n8n\n  namespace: databases\nspec:\n  cluster:\n    name: shared-cnpg\n  name: n8n\n  owner: n8n\n  ensure: present\n  databaseReclaimPolicy: retain\n',
    },
  };
}

const inSharedCluster = requestFor('shop', {
  environments: [
    { name: 'dev', sharedCluster: 'shared-cnpg' },
    { name: 'prod' },
  ],
});
const sharedTarget = canonTarget({ sharedClusters: [sharedCluster] });

const referenced = {
  backup: {
    destinationPath: 's3://backups/{app}/{env}',
    credentials: { from: 'reference', secretName: 'backups-s3' },
  },
};
const fluxTarget = bareTarget(referenced, 'fluxApps');
const overlaysTarget = bareTarget(
  { ...referenced, secrets: { shape: 'plainSops' } },
  'overlays',
);
const sharedOverlaysTarget = bareTarget(
  {
    ...referenced,
    secrets: { shape: 'plainSops' },
    sharedClusters: [
      {
        name: 'shared-cnpg',
        namespace: 'databases-dev',
        path: 'databases/overlays/dev/shared/cluster.yaml',
        environments: ['dev'],
      },
    ],
  },
  'overlays',
);
const appFolderTarget = bareTarget(referenced, 'appFolder');

const inChart = requestFor('shop', {
  environments: [{ name: 'dev', inChart: true }, { name: 'prod' }],
});
const canonInChart = requestFor('shop', {
  environments: [{ name: 'dev', inChart: true }],
});
const inChartTarget = bareTarget(
  { ...referenced, inChart: { environments: ['dev'] } },
  'appFolder',
);

/** A house with a kustomization for each stage, and whole-stage Applications. */
function stageTrees(): Trees {
  const application = (env: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: databases-${env}
  namespace: argocd
spec:
  project: databases
  source:
    repoURL: https://git.example.test/shop/platform.git
    targetRevision: main
    path: databases/overlays/${env}
  destination:
    server: https://kubernetes.default.svc
    namespace: databases-${env}
`;
  const stage = (env: string) => `# Базы окружения ${env}
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
- billing # платежи
`;
  return {
    ...bareTrees({
      '.sops.yaml': canonTrees().platform['.sops.yaml'],
      'argocd/apps/databases-dev.yaml': application('dev'),
      'argocd/apps/databases-prod.yaml': application('prod'),
      'argocd/projects/databases.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata:\n  name: databases\n  namespace: argocd\nspec:\n  destinations:\n    - namespace: databases-*\n      server: https://kubernetes.default.svc\n',
      'databases/overlays/dev/kustomization.yaml': stage('dev'),
      'databases/overlays/prod/kustomization.yaml': stage('prod'),
      ...Object.fromEntries(
        ['dev', 'prod'].map(env => [
          `databases/overlays/${env}/billing/kustomization.yaml`,
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
        ]),
      ),
    }),
  };
}

/** The same, with a cluster for small services: a base, and a patch for dev. */
function sharedOverlaysTrees(): Trees {
  const trees = stageTrees();
  return {
    ...trees,
    platform: {
      ...trees.platform,
      'databases/base/shared/cluster.yaml':
        'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: shared-cnpg\nspec:\n  imageName: ghcr.io/cloudnative-pg/postgresql:17.5\n  instances: 3\n  storage:\n    size: 50Gi\n',
      'databases/base/shared/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- cluster.yaml\n',
      'databases/overlays/dev/shared/cluster.yaml':
        '# Меньше, чем везде.\napiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: shared-cnpg\nspec:\n  instances: 1\n  managed:\n    roles:\n    - name: billing\n      ensure: present\n      login: true\n      passwordSecret:\n        name: billing-role\n',
      'databases/overlays/dev/shared/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: databases-dev\nresources:\n- ../../../base/shared\npatches:\n- path: cluster.yaml\n',
    },
  };
}

/** A house in which every app has a folder, and KSOPS decrypts in it. */
function folderTrees(): Trees {
  return bareTrees({
    '.sops.yaml': canonTrees().platform['.sops.yaml'].replace(
      '^secrets/',
      '^(secrets|apps)/',
    ),
    'apps/landing/dev/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - cluster.yaml\ngenerators:\n  - secret-generator.yaml\n',
    'apps/landing/dev/secret-generator.yaml':
      canonTrees().platform['secrets/databases/secret-generator.yaml'],
  });
}

/** A house of Flux. */
function fluxHouse(trees: typeof fluxTrees): Trees {
  const { app } = bareTrees({});
  const rules = canonTrees().platform['.sops.yaml'];
  return trees(app, rules.replace('^secrets/', '^(secrets|apps)/'));
}

/** Repositories with nothing but a chart. */
function bareTrees(platform: Tree): Trees {
  const chart = 'deploy/charts/web-app/values.yaml';
  return { platform, app: { [chart]: canonTrees().app[chart] } };
}

const vault = {
  source: 'vault-static',
  connection: { address: 'https://vault.example.test' },
  restarts: [{ name: '{appApplication}' }],
};

export const planCases: readonly PlanCase[] = [
  { name: 'new-app', reason: 'nothing but an image', request: shop },
  {
    name: 'existing-app',
    reason: 'values are edited, runtime secrets are kept and reported',
    request: canonRequest('existing-app'),
  },
  {
    name: 'second-secret',
    reason: 'the same, where the connection may go into a second secret',
    request: canonRequest('existing-app'),
    target: canonTarget({ secrets: { whenRuntimeSecretExists: 'extra' } }),
  },
  {
    name: 'in-tree-backup',
    reason: 'backups by CloudNativePG itself',
    request: canonRequest('in-tree-backup'),
  },
  {
    name: 'shared-secret',
    reason: 'one bootstrap secret for two environments, with a waiver',
    request: canonRequest('shared-secret'),
  },
  {
    name: 'extra-databases',
    reason: 'further databases and a pooler',
    request: canonRequest('extra-databases'),
  },
  {
    name: 'exceptional-names',
    reason: 'an app whose names are older than the conventions',
    request: canonRequest('exceptional-names'),
  },
  {
    name: 'rerun-after-merge',
    reason: 'nothing is left to do',
    request: shop,
    trees: () => merged(shop),
  },
  {
    name: 'later-environment',
    reason: 'prod is added after dev was merged, on a branch of its own',
    request: shop,
    trees: () =>
      merged({
        ...shop,
        spec: { ...shop.spec, environments: [shop.spec.environments[0]] },
      }),
  },
  {
    name: 'vault-static',
    reason: 'passwords are in Vault, and the platform has no SOPS at all',
    request: shop,
    target: canonTarget({ credentials: vault }),
    trees: async () => {
      const { '.sops.yaml': _, ...platform } = canonTrees().platform;
      return { ...canonTrees(), platform };
    },
  },
  {
    name: 'vault-beside-sops',
    reason: 'an app that has sealed keys gets its connection from Vault',
    request: canonRequest('existing-app'),
    target: canonTarget({
      credentials: vault,
      secrets: { whenRuntimeSecretExists: 'extra' },
    }),
  },
  {
    name: 'two-sources',
    reason: 'Vault would overwrite what SOPS delivers, and nothing is made',
    request: canonRequest('existing-app'),
    target: canonTarget({
      credentials: { source: 'external-secret', store: { name: 'vault' } },
    }),
  },
  {
    name: 'external-secret',
    reason: 'a secret store that the house has, in repositories without SOPS',
    request: requestFor('shop', {
      environments: [{ name: 'dev' }, { name: 'prod' }],
    }),
    target: bareTarget({
      credentials: {
        source: 'external-secret',
        store: { name: 'secrets-manager' },
      },
      backup: {
        destinationPath: 's3://backups/{cluster}',
        credentials: { from: 'reference', secretName: 'backups-s3' },
      },
    }),
    trees: async () => bareTrees({}),
  },
  {
    name: 'operator-generated',
    reason: 'CloudNativePG makes the password, and it is carried to the app',
    request: shop,
    target: canonTarget({
      credentials: {
        source: 'operator-generated',
        store: { name: 'databases' },
      },
    }),
  },
  {
    name: 'rerun-after-vault',
    reason: 'nothing is left to do, and nothing is left to fill',
    request: shop,
    target: canonTarget({ credentials: vault }),
    trees: () => merged(shop, canonTarget({ credentials: vault })),
  },
  {
    name: 'name-taken',
    reason: 'another cluster has the name, and nothing is overwritten',
    request: requestFor('shop', {
      environments: [{ name: 'dev' }, { name: 'prod' }],
      names: { cluster: { prod: 'landing-cnpg' } },
    }),
    trees: async () => ({
      ...canonTrees(),
      platform: {
        ...canonTrees().platform,
        'infra/databases/cloudnativepg/shop-dev/cluster.yaml':
          'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: shop-dev-cnpg\n  namespace: databases\nspec:\n  instances: 3\n  storage:\n    size: 500Gi\n',
      },
    }),
  },
  {
    name: 'shared-cluster',
    reason: 'dev goes into a cluster that stands, prod gets its own',
    request: inSharedCluster,
    target: sharedTarget,
    trees: async () => sharedTrees(),
  },
  {
    name: 'rerun-in-shared-cluster',
    reason: 'the database is in the cluster, and nothing is left to do',
    request: inSharedCluster,
    target: sharedTarget,
    trees: async () => {
      const trees = sharedTrees();
      const { plan } = await planOver(trees, inSharedCluster, sharedTarget);
      return mergePlan(plan, trees);
    },
  },
  {
    name: 'overlays',
    reason: 'a base that knows no environment, and a patch for each',
    request: plain,
    target: overlaysTarget,
    trees: async () =>
      bareTrees({ '.sops.yaml': canonTrees().platform['.sops.yaml'] }),
  },
  {
    name: 'overlays-by-stage',
    reason: 'prod comes later, on the base that dev has; stages deliver both',
    request: plain,
    target: overlaysTarget,
    trees: async () => {
      const trees = stageTrees();
      const dev = {
        ...plain,
        spec: { ...plain.spec, environments: [{ name: 'dev' }] },
      };
      const { plan } = await planOver(trees, dev, overlaysTarget);
      return mergePlan(plan, trees);
    },
  },
  {
    name: 'rerun-over-overlays',
    reason: 'base and overlays stand, and nothing is left to do',
    request: plain,
    target: overlaysTarget,
    trees: async () => {
      const trees = stageTrees();
      const { plan } = await planOver(trees, plain, overlaysTarget);
      return mergePlan(plan, trees);
    },
  },
  {
    name: 'overlays-in-shared-cluster',
    reason:
      'dev goes into a cluster that stands as an overlay, prod gets its own',
    request: inSharedCluster,
    target: sharedOverlaysTarget,
    trees: async () => sharedOverlaysTrees(),
  },
  {
    name: 'rerun-in-shared-overlay',
    // The Application of the stage is looked up before what it delivers.
    mostRounds: 4,
    reason:
      'the database is in the overlay of the cluster, and nothing is left to do',
    request: inSharedCluster,
    target: sharedOverlaysTarget,
    trees: async () => {
      const trees = sharedOverlaysTrees();
      const { plan } = await planOver(
        trees,
        inSharedCluster,
        sharedOverlaysTarget,
      );
      return mergePlan(plan, trees);
    },
  },
  {
    name: 'app-folder',
    reason: 'one folder with all of it, encrypted as in the folders beside it',
    // A folder beside it is looked into before its files are read.
    mostRounds: 4,
    request: plain,
    target: appFolderTarget,
    trees: async () => folderTrees(),
  },
  {
    name: 'app-folder-in-chart',
    reason: 'the chart brings dev as a proof of concept, prod gets a cluster',
    mostRounds: 4,
    request: inChart,
    target: inChartTarget,
    trees: async () => folderTrees(),
  },
  {
    name: 'rerun-over-app-folder-in-chart',
    reason: 'the chart brings the database, and nothing is left to do',
    mostRounds: 4,
    request: inChart,
    target: inChartTarget,
    trees: async () => {
      const { plan } = await planOver(folderTrees(), inChart, inChartTarget);
      return mergePlan(plan, folderTrees());
    },
  },
  {
    name: 'in-chart',
    reason: 'an app with values gets a database of its chart for a try',
    request: canonInChart,
    target: canonTarget({ inChart: { environments: ['dev'] } }),
  },
  {
    name: 'rerun-over-app-folder',
    reason: 'the folder stands, and nothing is left to do',
    request: plain,
    target: appFolderTarget,
    trees: async () => {
      const { plan } = await planOver(folderTrees(), plain, appFolderTarget);
      return mergePlan(plan, folderTrees());
    },
  },
  {
    name: 'flux-apps',
    reason: 'Flux decrypts and delivers all apps of an environment',
    mostRounds: 4,
    request: plain,
    target: fluxTarget,
    trees: async () => fluxHouse(fluxTrees),
  },
  {
    name: 'rerun-over-flux-apps',
    reason: 'Flux delivers the folders, and nothing is left to do',
    mostRounds: 4,
    request: plain,
    target: fluxTarget,
    trees: async () => {
      const trees = fluxHouse(fluxTrees);
      const { plan } = await planOver(trees, plain, fluxTarget);
      return mergePlan(plan, trees);
    },
  },
  {
    name: 'flux-by-app',
    reason: 'each app has a Kustomization, and so gets each database',
    mostRounds: 4,
    request: plain,
    target: fluxTarget,
    trees: async () => fluxHouse(fluxTreesByApp),
  },
  {
    name: 'rerun-over-flux-by-app',
    reason: 'the Kustomizations stand, and nothing is left to do',
    mostRounds: 4,
    request: plain,
    target: fluxTarget,
    trees: async () => {
      const trees = fluxHouse(fluxTreesByApp);
      const { plan } = await planOver(trees, plain, fluxTarget);
      return mergePlan(plan, trees);
    },
  },
  {
    name: 'bare-repositories',
    reason: 'there is nothing but a chart to learn from; backups are given',
    request: requestFor('shop', {
      environments: [{ name: 'dev' }, { name: 'prod' }],
    }),
    target: bareTarget({
      backup: { destinationPath: 's3://backups/{cluster}' },
      secrets: { shape: 'ksops' },
    }),
    trees: async () =>
      bareTrees({ '.sops.yaml': canonTrees().platform['.sops.yaml'] }),
  },
  ...Object.entries(shapeHouses).map(
    ([name, { reason, platform }]): PlanCase => ({
      name,
      reason,
      // Folders beside the new ones are looked into, and what delivers them.
      mostRounds: 5,
      request: plain,
      target: bareTarget(referenced),
      trees: async () => bareTrees(platform),
    }),
  ),
];
