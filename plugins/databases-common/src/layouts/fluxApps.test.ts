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
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planOver, requestFor, root } from '../__testUtils__/canon';
import { decryption, fluxKustomization } from '../__testUtils__/fluxTrees';
import { readHouses } from '../__testUtils__/houses';
import { Tree } from '../__testUtils__/TreeSource';
import { defaultRegistries } from '../operations';
import { parseTarget } from '../targets';

const rules =
  'creation_rules:\n  - encrypted_regex: ^(data|stringData)$\n    age: age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct\n';

const house = readHouses().find(({ name }) => name === 'flux')!;
const at = 'clusters/dev/apps.yaml';

async function plan(
  platform: Tree,
  options: object = {},
  app: Tree = {},
  environments: readonly object[] = [{ name: 'dev' }],
) {
  const target = parseTarget(
    {
      id: 'fluxed',
      layout: 'fluxApps',
      platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
      app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
      options,
    },
    'target',
    defaultRegistries().layouts,
  );
  const request = requestFor('shop', { environments });
  const chart = {
    'deploy/charts/web-app/values.yaml': 'envFrom:\n  secretRef: ""\n',
  };
  const trees = {
    platform: { '.sops.yaml': rules, ...platform },
    app: { ...chart, ...app },
  };
  return (await planOver(trees, request, target)).plan;
}

const handingDown = (path: string) =>
  fluxKustomization(
    'all',
    path,
    '  patches: [{ patch: "spec: { decryption: { provider: sops } }" }]\n',
  );
const own = 'clusters/dev/shop-dev-database.yaml';

/** What the plan does to a file. */
function changeOf(
  { files }: Awaited<ReturnType<typeof plan>>,
  path: string,
): string | undefined {
  return files.find(file => file.path === path)?.change;
}

describe('how Secrets are written where Flux delivers', () => {
  const certificate = readFileSync(
    join(root, 'examples/houses/sealed-secrets/platform/pub-cert.pem'),
    'utf8',
  );
  const beside = (kind: string) => ({
    'apps/dev/catalog/catalog-secret.yaml': `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: catalog\n`,
  });
  const [decrypted, applied] = [decryption, ''].map(more => ({
    [at]: fluxKustomization('apps', 'apps/dev', more),
  }));

  it.each<{
    reason: string;
    platform: Tree;
    options?: object;
    shape: string;
    from?: string;
    stops?: readonly string[];
  }>([
    {
      reason: 'nothing is there',
      platform: decrypted,
      shape: 'plainSops',
      from: 'usual',
    },
    {
      reason: 'SealedSecrets are there, and nothing has to decrypt them',
      platform: { ...applied, ...beside('SealedSecret') },
      options: { secrets: { sealedSecrets: { certificate } } },
      shape: 'sealedSecret',
      from: 'files',
    },
    {
      reason: 'SealedSecrets are there, and nobody named the certificate',
      platform: { ...decrypted, ...beside('SealedSecret') },
      shape: 'plainSops',
      stops: ['secretShape.sealedSecret'],
    },
    {
      reason: 'they come from a store',
      platform: { ...decrypted, ...beside('ExternalSecret') },
      shape: 'plainSops',
      stops: ['secretShape.store'],
    },
    {
      reason: 'they come from a store, and the target says otherwise',
      platform: { ...decrypted, ...beside('ExternalSecret') },
      options: { secrets: { shape: 'plainSops' } },
      shape: 'plainSops',
      from: 'configuration',
    },
  ])('$reason', async ({ platform, options, shape, from, stops = [] }) => {
    const { files, findings, conventions } = await plan(platform, options);
    const shapes = files.flatMap(file =>
      file.kind === 'secret' ? file.shape : [],
    );
    expect(new Set(shapes)).toEqual(new Set([shape]));
    expect(
      conventions.find(({ what }) => what === 'How Secrets are written')?.from,
    ).toBe(from);
    const found = findings.filter(
      ({ rule }) => rule === 'decrypted-in-cluster',
    );
    expect(found.map(({ message }) => message)).toEqual(stops);
  });
});

describe('what Flux would do with ciphertext', () => {
  it.each<{
    reason: string;
    platform: Tree;
    options?: object;
    found: readonly string[];
  }>([
    {
      reason: 'it decrypts the folder',
      platform: { [at]: fluxKustomization('apps', 'apps/dev', decryption) },
      found: [],
    },
    {
      reason: 'it applies the folder as it is',
      platform: { [at]: fluxKustomization('apps', 'apps/dev') },
      found: [`decryptedInCluster.flux ${at}`],
    },
    {
      reason: 'the one that delivers it is told to decrypt',
      platform: {
        [at]: fluxKustomization('apps', 'apps/dev'),
        'clusters/dev/all.yaml': handingDown('clusters/dev'),
      },
      found: [],
    },
    {
      reason: 'another one is told to decrypt',
      platform: {
        [at]: fluxKustomization('apps', 'apps/dev'),
        'clusters/dev/all.yaml': handingDown('infra'),
      },
      found: [`decryptedInCluster.flux ${at}`],
    },
    {
      reason: 'the controller has the key, as the target says',
      platform: { [at]: fluxKustomization('apps', 'apps/dev') },
      options: { flux: { controllerDecrypts: true } },
      found: [],
    },
    {
      reason: 'nothing shows with which key a new one would decrypt',
      platform: {},
      found: ['decryptedInCluster.unknown'],
    },
    {
      reason: 'the target says with which key',
      platform: {},
      options: { flux: { decryptionSecret: 'sops-age' } },
      found: [],
    },
    {
      reason: 'two of a kind decrypt with different keys',
      platform: {
        [at]: fluxKustomization('a', 'apps/dev/a', decryption),
        'clusters/dev/b.yaml': fluxKustomization(
          'b',
          'apps/dev/b',
          decryption.replace('sops-age', 'sops-gpg'),
        ),
      },
      found: ['conventions.contradictory'],
    },
    {
      reason: 'everything goes into another namespace',
      platform: {
        [at]: fluxKustomization(
          'apps',
          'apps/dev',
          `  targetNamespace: apps\n${decryption}`,
        ),
      },
      found: [`flux.targetNamespace ${at}`],
    },
    {
      reason: 'secrets have a folder that nothing delivers',
      platform: {
        [at]: fluxKustomization('b', 'apps/dev/b', decryption),
      },
      options: { paths: { bootstrapSecret: 'secrets/{env}/{secret}.yaml' } },
      found: ['decryptedInCluster.undelivered'],
    },
    {
      reason: 'the rule encrypts whole files',
      platform: {
        [at]: fluxKustomization('apps', 'apps/dev', decryption),
        '.sops.yaml': rules.replace(/ +- encrypted_regex.*\n +/, '  - '),
      },
      found: ['secretShape.wholeFile'],
    },
  ])('$reason', async ({ platform, options, found }) => {
    const { findings } = await plan(platform, options);
    expect([
      ...new Set(
        findings
          .filter(({ severity }) => severity === 'error')
          .map(({ message, evidence }) =>
            [message, ...evidence.map(({ object }) => object)].join(' '),
          ),
      ),
    ]).toEqual(found);
  });
});

describe('how the folder is delivered', () => {
  it('is left to a Kustomization that covers it', async () => {
    const planned = await plan({
      [at]: fluxKustomization('apps', 'apps', decryption),
      'apps/dev/kustomization.yaml': 'kind: Kustomization\nresources: [a]\n',
    });
    expect(changeOf(planned, own)).toBeUndefined();
    expect(changeOf(planned, 'apps/dev/kustomization.yaml')).toBe('edit');
  });

  it.each([
    { list: 'apps/dev/kustomization.yaml', names: 'shop' },
    { list: 'apps/kustomization.yaml', names: 'dev/shop' },
    { list: 'kustomization.yaml', names: 'apps/dev/shop' },
  ])(
    'is named in $list where all of the repository is delivered',
    async ({ list, names }) => {
      const { files } = await plan({
        [at]: fluxKustomization('all', '', decryption),
        [list]: 'kind: Kustomization\nresources:\n  - a\n',
      });
      expect(files).toContainEqual(
        expect.objectContaining({
          path: list,
          content: `kind: Kustomization\nresources:\n  - a\n  - ${names}\n`,
        }),
      );
    },
  );

  it('is found by Flux where nothing lists folders', async () => {
    const planned = await plan({
      [at]: fluxKustomization('apps', 'apps/dev', decryption),
    });
    expect(planned.files.filter(({ change }) => change === 'edit')).toEqual([]);
  });

  it('does not begin a list in a folder that has none', async () => {
    const planned = await plan({
      [at]: fluxKustomization('apps', 'apps/dev', decryption),
      'apps/dev/shop/service.yaml': 'kind: Service\n',
    });
    expect(changeOf(planned, 'apps/dev/shop/cluster.yaml')).toBe('create');
    expect(
      changeOf(planned, 'apps/dev/shop/kustomization.yaml'),
    ).toBeUndefined();
  });

  it('has its files named one by one above a folder that has no list', async () => {
    const list = 'apps/dev/kustomization.yaml';
    const { files } = await plan({
      [at]: fluxKustomization('apps', 'apps/dev', decryption),
      [list]: 'kind: Kustomization\nresources:\n  - shop/service.yaml\n',
      'apps/dev/shop/service.yaml': 'kind: Service\n',
    });
    const made = files
      .filter(({ path }) => path.startsWith('apps/dev/shop/'))
      .map(({ path }) => path.replace('apps/dev/', ''));
    const edited = files.find(({ path }) => path === list);
    const named = edited?.kind === 'text' ? edited.content : '';
    expect(made).toContain('shop/cluster.yaml');
    expect(named.match(/shop.*/g)?.sort()).toEqual(
      ['shop/service.yaml', ...made].sort(),
    );
  });

  it.each([
    { url: 'https://git.example.test/shop/platform.git', source: 'other' },
    { url: 'ssh://git@git.example.test:2222/Shop/Platform/', source: 'other' },
    { url: 'git@git.example.test:shop/platform.git', source: 'other' },
    {
      url: 'https://git.example.test/workshop/platform',
      source: 'flux-system',
    },
    {
      url: 'https://git.example.test/shop/platform-old',
      source: 'flux-system',
    },
  ])('comes from $source, where one is of $url', async ({ url, source }) => {
    const { files } = await plan(
      {
        'clusters/dev/apps-source.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: other, namespace: flux-system }
spec: { url: "${url}" }
`,
      },
      { flux: { decryptionSecret: 'sops-age' } },
    );
    expect(files).toContainEqual(
      expect.objectContaining({
        path: own,
        content: expect.stringContaining(`name: ${source}\n`),
      }),
    );
  });

  it('is said to be wrong where its Kustomization delivers another', async () => {
    const { notes } = await plan({
      [own]: fluxKustomization('shop-dev-database', 'elsewhere', decryption),
    });
    expect(notes).toContainEqual(
      expect.objectContaining({
        kind: 'todo',
        text: expect.stringContaining('it does not deliver apps/dev/shop'),
      }),
    );
  });

  it('marks nothing for Argo CD', async () => {
    const { files } = await plan({
      [at]: fluxKustomization('apps', 'apps/dev', decryption),
    });
    expect(JSON.stringify(files)).not.toContain('argocd');
    expect(JSON.stringify(files)).toContain(
      'kustomize.toolkit.fluxcd.io/prune: disabled',
    );
  });
});

describe('a HelmRelease that is there', () => {
  const release = (values: string) => ({
    'deploy/flux/dev/shop.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: shop, namespace: storefront }
spec:
  chart:
    spec:
      chart: ./deploy/charts/web-app
      sourceRef: { kind: GitRepository, name: web }
      valuesFiles: [./${values}]
`,
  });
  const platform = {
    [at]: fluxKustomization('apps', 'apps/dev', decryption),
  };

  it.each([
    { values: 'deploy/env/dev/shop.yaml', todos: 0 },
    { values: 'deploy/env/dev/other.yaml', todos: 1 },
  ])(
    'gives its namespace, and is checked for $values',
    async ({ values, todos }) => {
      const planned = await plan(platform, {}, release(values));
      expect(planned.databases[0].names.appNamespace).toBe('storefront');
      expect(changeOf(planned, 'deploy/flux/dev/shop.yaml')).toBe('none');
      expect(
        planned.notes.filter(
          ({ kind, path }) =>
            kind === 'todo' && path === 'deploy/flux/dev/shop.yaml',
        ),
      ).toHaveLength(todos);
    },
  );
});

describe('a HelmRelease with values in itself', () => {
  const platform = {
    [at]: fluxKustomization('apps', 'apps/dev', decryption),
  };
  const path = 'deploy/flux/dev/shop.yaml';
  const head = `# The shop
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: shop, namespace: web-shop-dev }
spec:
  interval: 10m
  chart:
    spec:
      chart: ./deploy/charts/web-app
      sourceRef: { kind: GitRepository, name: web }
`;
  const files = '      valuesFiles: [./deploy/env/dev/shop.yaml]\n';
  const loading = '    envFrom:\n      secretRef: web-shop-dev-env\n';

  it.each<{
    readonly reason: string;
    readonly app: Tree;
    readonly after: string;
    readonly notes?: number;
  }>([
    {
      reason: 'it has values',
      app: { [path]: `${head}  values:\n    replicas: 2 # enough\n` },
      after: `${head}  values:\n    replicas: 2 # enough\n${loading}`,
    },
    {
      reason: 'it has none yet',
      app: { [path]: head },
      after: `${head}  values:\n${loading}`,
    },
    {
      reason: 'it says how it loads Secrets, though it reads a file too',
      app: {
        [path]: `${head}${files}  values:\n    envFrom:\n      extraSecretRefs: [other]\n`,
        'deploy/env/dev/shop.yaml': 'envFrom: { secretRef: "" }\n',
      },
      after: `${head}${files}  values:\n    envFrom:\n      extraSecretRefs: [other]\n      secretRef: web-shop-dev-env\n`,
    },
    {
      reason: 'it runs the database of the chart',
      app: {
        [path]: `${head}  values:\n    postgres:\n      enabled: true\n      instances: 1\n    replicas: 2\n`,
      },
      after: `${head}  values:\n    postgres:\n      enabled: false\n    replicas: 2\n${loading}`,
      notes: 1,
    },
    {
      reason: 'another document stands beside it',
      app: {
        [path]: `${head}  values:\n    replicas: 2\n---\nkind: Namespace\n`,
      },
      after: `${head}  values:\n    replicas: 2\n${loading}---\nkind: Namespace\n`,
    },
  ])('is changed where $reason', async ({ app, after, notes = 0 }) => {
    const planned = await plan(platform, {}, app);
    expect(planned.files.find(file => file.path === path)).toMatchObject({
      change: 'edit',
      content: after,
    });
    // What its values say wins over files.
    expect(changeOf(planned, 'deploy/env/dev/shop.yaml') ?? 'none').toBe(
      'none',
    );
    expect(planned.notes.filter(note => note.path === path)).toHaveLength(
      notes,
    );
    expect(planned.findings.map(({ message }) => message)).toEqual(
      notes ? ['inChartDatabase.turnedOffInFlux'] : [],
    );
    const again = await plan(platform, {}, { ...app, [path]: after });
    expect(changeOf(again, path)).toBe('none');
  });

  it.each([
    ['has no values', '', '  values:\n    web:\n'],
    [
      'has values of the umbrella',
      '  values:\n    global: {}\n',
      '  values:\n    global: {}\n    web:\n',
    ],
    [
      'has values of the chart',
      '  values:\n    web:\n      replicas: 1\n',
      '  values:\n    web:\n      replicas: 1\n',
    ],
  ])(
    'is changed below the umbrella chart where it %s',
    async (_, before, after) => {
      const planned = await plan(
        platform,
        { values: { chartKey: 'web' } },
        { [path]: head + before },
      );
      expect(planned.files.find(file => file.path === path)).toMatchObject({
        content: `${head}${after}${loading.replace(/^/gm, '  ').trimEnd()}\n`,
      });
    },
  );

  it('stays as it is where its values file says everything', async () => {
    const planned = await plan(
      platform,
      {},
      {
        [path]: `${head}${files}  values:\n    replicas: 2\n`,
      },
    );
    expect(changeOf(planned, path)).toBe('none');
    expect(changeOf(planned, 'deploy/env/dev/shop.yaml')).toBe('create');
  });

  it.each([
    { says: 'nothing of Secrets', more: '', rules: ['values-editable'] },
    {
      says: 'nothing of Secrets, and a file does',
      more: files,
      rules: ['values-editable'],
    },
    {
      says: 'how it loads Secrets',
      more: '  values:\n    envFrom:\n      extraSecretRefs: [other]\n',
      rules: [],
    },
  ])(
    'is left to a person where a ConfigMap has values and it says $says',
    async ({ more, rules: expected }) => {
      const from =
        '  valuesFrom:\n    - kind: ConfigMap\n      name: shop-values\n';
      const text =
        more === files ? `${head}${files}${from}` : `${head}${from}${more}`;
      const { findings } = await plan(
        platform,
        {},
        {
          [path]: text,
          'deploy/env/dev/shop.yaml': 'envFrom: { secretRef: "" }\n',
        },
      );
      const found = findings.filter(({ rule }) => rule === 'values-editable');
      expect(found.map(({ rule }) => rule)).toEqual(expected);
      expect(
        found.every(({ summary }) => summary.includes('ConfigMap shop-values')),
      ).toBe(true);
    },
  );

  it.each([
    { reason: 'its chart tells it', name: 'storefront' },
    { reason: 'its name tells it, too', name: 'shop' },
  ])('is told from another of the same file: $reason', async ({ name }) => {
    const cache = `${head
      .replace('name: shop,', 'name: shop-cache,')
      .replace('web-shop-dev', 'caches')
      .replace('./deploy/charts/web-app', 'redis')
      .replace(
        'kind: GitRepository, name: web',
        'kind: HelmRepository, name: bitnami',
      )}---\n`;
    const ours = head.replace('name: shop,', `name: ${name},`);
    const planned = await plan(platform, {}, { [path]: cache + ours });
    expect(planned.databases[0].names).toMatchObject({
      appApplication: name,
      appNamespace: 'web-shop-dev',
    });
    expect(planned.files.find(file => file.path === path)).toMatchObject({
      change: 'edit',
      content: `${cache}${ours}  values:\n${loading}`,
    });
  });

  it('lends its source to a new one only where it is a GitRepository', async () => {
    const cache = head
      .replace('./deploy/charts/web-app', 'redis')
      .replace(
        'kind: GitRepository, name: web',
        'kind: HelmRepository, name: bitnami',
      );
    const planned = await plan(
      platform,
      {},
      {
        'deploy/flux/dev/cache.yaml': cache,
        'deploy/flux/dev/landing.yaml': head,
      },
    );
    expect(planned.files).toContainEqual(
      expect.objectContaining({
        path,
        change: 'create',
        content: expect.stringMatching(/kind: GitRepository\n +name: web\n/),
      }),
    );
  });

  it('may be called alike in all stages, for each has a namespace', async () => {
    const release = (env: string) => ({
      [`deploy/flux/${env}/orders.yaml`]: head
        .replace('name: shop,', 'name: orders,')
        .replace('web-shop-dev', `web-orders-${env}`),
    });
    const { plan: planned } = await planOver(
      {
        ...house.trees,
        app: { ...house.trees.app, ...release('dev'), ...release('prod') },
      },
      house.request,
      house.target,
    );
    expect(planned.databases.map(({ names }) => names.appApplication)).toEqual([
      'orders',
      'orders',
    ]);
    expect(
      planned.findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it('is told about by whoever knows the chart where nothing shows how it loads a Secret', async () => {
    const { findings } = await plan(
      platform,
      {},
      {
        'deploy/charts/web-app/values.yaml': 'replicas: 1\n',
        [path]: head,
      },
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'values-editable',
        severity: 'error',
        summary: expect.stringContaining(`${path} cannot be edited safely`),
      }),
    );
  });

  it('is left to a person where its values are shared by an anchor', async () => {
    const { findings } = await plan(
      platform,
      {},
      {
        [path]: `${head}  values: &shared\n    replicas: 2\n  other: *shared\n`,
      },
    );
    expect(findings.map(({ rule }) => rule)).toContain('values-editable');
  });
});

describe('what databases of a house of Flux have beside them', () => {
  const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: landing-cnpg, namespace: web-landing-prod }
spec:
  podSelector: { matchLabels: { cnpg.io/cluster: landing-cnpg } }
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: web-landing-prod } } }]
      ports: [{ port: 5432 }]
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: cnpg-system } } }]
      ports: [{ port: 8000 }]
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
      ports: [{ port: 9187 }]
`;
  const landing = (namespace: string, store: string) =>
    `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: landing-cnpg, namespace: ${namespace} }
spec: { plugins: [{ name: barman-cloud.cloudnative-pg.io, parameters: { barmanObjectName: ${store} } }] }
`;
  const platform = {
    [at]: fluxKustomization('apps', 'apps/dev', decryption),
    'clusters/prod/apps.yaml': fluxKustomization(
      'apps',
      'apps/prod',
      decryption,
    ),
    'apps/dev/landing/cluster.yaml': landing('web-landing-dev', 'landing-cnpg'),
    'apps/prod/landing/cluster.yaml': landing('web-landing-prod', 'backups'),
    'apps/prod/landing/network-policy.yaml': policy,
  };
  const both = [{ name: 'dev' }, { name: 'prod' }];
  const backup = {
    destinationPath: 's3://backups',
    credentials: { from: 'reference', secretName: 'backups-s3' },
  };

  it('is a network policy where the environment has them', async () => {
    const planned = await plan(platform, { backup }, {}, both);
    expect(
      changeOf(planned, 'apps/dev/shop/network-policy.yaml'),
    ).toBeUndefined();
    expect(planned.files).toContainEqual(
      expect.objectContaining({
        path: 'apps/prod/shop/network-policy.yaml',
        change: 'create',
        content: expect.stringMatching(
          /namespace: web-shop-prod[^]*cnpg.io\/cluster: shop-cnpg/,
        ),
      }),
    );
    expect(planned.conventions).toContainEqual(
      expect.objectContaining({
        what: 'Network policy of a database',
        evidence: ['apps/prod/landing/network-policy.yaml'],
      }),
    );
  });

  it('is no ObjectStore of another namespace, where the cluster would not find it', async () => {
    const planned = await plan(platform, { backup }, {}, both);
    expect(changeOf(planned, 'apps/prod/shop/object-store.yaml')).toBe(
      'create',
    );
  });

  it.each([
    { by: 'the kustomization', namespace: 'namespace: web-catalog-prod\n' },
    { by: 'nothing', namespace: '' },
  ])(
    'is no ObjectStore where each app has a namespace, said by $by',
    async ({ namespace }) => {
      const cluster = house.trees.platform['apps/prod/catalog/cluster.yaml'];
      const list = house.trees.platform['apps/prod/catalog/kustomization.yaml'];
      const { plan: planned } = await planOver(
        {
          ...house.trees,
          platform: {
            ...house.trees.platform,
            'apps/prod/catalog/cluster.yaml': `${cluster
              .replace(/ +namespace: .*\n/, '')
              .trimEnd()}
  plugins:
    - name: barman-cloud.cloudnative-pg.io
      parameters: { barmanObjectName: catalog-store }
`,
            'apps/prod/catalog/kustomization.yaml': list.replace(
              'resources:',
              `${namespace}resources:`,
            ),
          },
        },
        requestFor('orders', { environments: [{ name: 'prod' }] }),
        house.target,
      );
      expect(changeOf(planned, 'apps/prod/orders/object-store.yaml')).toBe(
        'create',
      );
      expect(JSON.stringify(planned.files)).not.toContain('catalog-store');
    },
  );

  it('is the ObjectStore that all of the namespace share', async () => {
    const planned = await plan(
      {
        ...platform,
        'apps/prod/landing/cluster.yaml': landing('databases', 'backups'),
      },
      { backup, names: { databasesNamespace: 'databases' } },
      {},
      [{ name: 'prod' }],
    );
    expect(
      changeOf(planned, 'apps/prod/shop/object-store.yaml'),
    ).toBeUndefined();
    expect(planned.conventions).toContainEqual(
      expect.objectContaining({
        what: 'ObjectStore of all clusters',
        value: 'backups',
      }),
    );
  });
});

describe('Kustomizations that are sorted into folders', () => {
  it.each(['clusters/dev/tenants/apps.yaml', 'clusters/dev/databases/all.yml'])(
    'are seen in %s',
    async path => {
      const planned = await plan({
        [path]: fluxKustomization('apps', 'apps/dev', decryption),
      });
      expect(
        planned.findings.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
      expect(changeOf(planned, own)).toBeUndefined();
      expect(changeOf(planned, 'apps/dev/shop/cluster.yaml')).toBe('create');
    },
  );
});
