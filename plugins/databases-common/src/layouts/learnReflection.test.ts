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

import { planOver, requestFor } from '../__testUtils__/canon';
import { mergePlan, SOPS_METADATA, Tree } from '../__testUtils__/TreeSource';
import { defaultRegistries } from '../operations';
import { parseTarget } from '../targets';

const CIPHERTEXT = 'ENC[AES256_GCM,data:AA==,type:str]';
const PREFIX = 'reflector.v1.k8s.emberstack.com/reflection';
const rule =
  'creation_rules: [{age: age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct, encrypted_regex: ^(data|stringData)$}]';

type Annotations = { readonly [key: string]: string | undefined };

const to = (namespace: string): Annotations => ({
  allowed: 'true',
  'allowed-namespaces': namespace,
  'auto-enabled': 'true',
  'auto-namespaces': namespace,
});

const metadata = (
  name: string,
  annotations: Annotations,
  indent: string,
): string =>
  [
    'metadata:',
    `  name: ${name}`,
    '  namespace: databases',
    '  annotations:',
    '    example.test/x: y',
    ...Object.entries(annotations)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `    ${PREFIX}-${key}: "${value}"`),
  ]
    .map(line => indent + line)
    .join('\n');

/** A Secret beside the databases, encrypted. */
function secret(name: string, annotations: Annotations = {}): Tree {
  return {
    [`secrets/databases/${name}.yaml`]: `apiVersion: v1\nkind: Secret\n${metadata(name, annotations, '')}\nstringData:\n  DATABASE_URI: ${CIPHERTEXT}\n${SOPS_METADATA}`,
  };
}

function sealed(name: string, annotations: Annotations): Tree {
  return {
    [`secrets/databases/${name}.yaml`]: `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  name: ${name}\nspec:\n  encryptedData: {}\n  template:\n${metadata(name, annotations, '    ')}\n`,
  };
}

async function plan(
  tree: Tree,
  secrets: object = {},
  environment = 'dev',
  paths: object = {},
) {
  const target = parseTarget(
    {
      id: 'house',
      layout: 'platformAndApp',
      platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
      app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
      options: { secrets: { shape: 'plainSops', ...secrets }, paths },
    },
    'target',
    defaultRegistries().layouts,
  );
  const trees = { platform: { '.sops.yaml': rule, ...tree }, app: {} };
  const request = requestFor('shop', {
    environments: [{ name: environment }],
    reason: 'a test',
  });
  const { plan: made } = await planOver(trees, request, target);
  const find = (name: string) =>
    made.files.find(
      file => file.kind === 'secret' && file.secret.name === name,
    ) as any;
  const runtimes = made.files.filter(
    file => file.kind === 'secret' && file.secret.name === 'web-shop-dev-env',
  );
  const again = await planOver(mergePlan(made, trees), request, target);
  return {
    runtimes,
    merged: mergePlan(made, trees).platform,
    // Of values the app has none here.
    findings: made.findings
      .map(({ message }) => message)
      .filter(message => message !== 'valuesEditable.refused'),
    runtime: find('web-shop-dev-env'),
    bootstrap: find(
      environment === 'dev' ? 'shop-dev-initdb-secret' : 'shop-initdb-secret',
    ),
    stops: made.findings
      .filter(({ rule: id }) => id === 'clear-conventions')
      .map(({ message, params }) => ({ message, params })),
    sources: made.findings
      .filter(({ rule: id }) => id === 'one-credential-source')
      .map(({ params }) => params.path),
    stated: made.conventions.find(({ what }) =>
      what.startsWith('How apps get'),
    ),
    notes: made.notes.filter(({ text }) => text.includes('Reflector')),
    again: again.plan.files.filter(({ change }) => change !== 'none'),
  };
}

const reflectionOf = (file: any) =>
  Object.fromEntries(
    Object.entries(file.secret.annotations)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => [key.slice(PREFIX.length + 1), value]),
  );

const at = {
  here: 'secrets/web-shop-dev/web-shop-dev-env.yaml',
  there: 'secrets/databases/web-shop-dev-env.yaml',
};
const catalog = secret('web-catalog-dev-env', to('web-catalog-dev'));

describe('learnReflection', () => {
  it.each<{ reason: string; tree: Tree; secrets?: object; keys?: number }>([
    { reason: 'the only neighbor does it', tree: catalog },
    {
      reason: 'all neighbors do it',
      tree: {
        ...catalog,
        ...secret('web-shop-front-dev-env', to('web-shop-front-dev')),
      },
    },
    {
      reason: 'its allowed namespaces are left out, its copies are not',
      tree: secret('web-catalog-dev-env', {
        ...to('web-catalog-dev'),
        'allowed-namespaces': undefined,
      }),
      keys: 3,
    },
    {
      reason: 'production does it otherwise',
      tree: { ...catalog, ...secret('web-catalog-prod-env') },
    },
    {
      reason: 'the target says so',
      tree: secret('web-catalog-dev-env'),
      secrets: { reflection: 'auto' },
    },
  ])('lets it be copied: $reason', async ({ tree, secrets, keys = 4 }) => {
    const { runtime, bootstrap, stops, stated, again } = await plan(
      tree,
      secrets,
    );
    expect(runtime.path).toBe(at.there);
    expect(runtime.secret.namespace).toBe('databases');
    const annotations = reflectionOf(runtime);
    expect(to('web-shop-dev')).toMatchObject(annotations);
    expect(Object.keys(annotations)).toHaveLength(keys);
    expect(runtime.secret.annotations).not.toHaveProperty('example.test/x');
    expect(reflectionOf(bootstrap)).toEqual({});
    expect(stops).toEqual([]);
    const evidence = Object.keys(tree).filter(one => /dev/.test(one));
    expect(stated?.from).toBe(secrets ? 'configuration' : 'files');
    expect([...stated!.evidence].sort()).toEqual(secrets ? [] : evidence);
    expect(again).toEqual([]);
  });

  it('reads the template of a SealedSecret', async () => {
    const { runtime } = await plan(
      sealed('web-catalog-dev-env', to('web-catalog-dev')),
    );
    expect(runtime.path).toBe(at.there);
    expect(reflectionOf(runtime)).toEqual(to('web-shop-dev'));
  });

  it('marks the owner’s Secret where that is what neighbors copy', async () => {
    const { runtime, bootstrap, stops } = await plan(
      secret('catalog-dev-initdb-secret', to('web-catalog-dev')),
    );
    expect(reflectionOf(bootstrap)).toEqual(to('web-shop-dev'));
    expect(runtime.path).toBe(at.here);
    expect(runtime.secret.namespace).toBe('web-shop-dev');
    expect(stops).toEqual([]);
  });

  it('finds them whatever files are called', async () => {
    const [text] = Object.values(
      secret('catalog-dev-initdb-secret', to('web-catalog-dev')),
    );
    const { bootstrap } = await plan(
      { 'secrets/databases/secret-catalog-dev-initdb-secret.yaml': text },
      { fileName: '{secret}.yaml' },
    );
    expect(reflectionOf(bootstrap)).toEqual(to('web-shop-dev'));
  });

  it.each<{ reason: string; annotations?: Annotations; secrets?: object }>([
    { reason: 'no neighbor does it' },
    { reason: 'the target says no', secrets: { reflection: 'none' } },
    { reason: 'the target says yes', secrets: { reflection: 'auto' } },
    { reason: 'connections are made beside it', secrets: { extra: true } },
    { reason: 'it goes by a pattern', annotations: to('web-.*') },
    {
      reason: 'others have it too',
      annotations: to('monitoring, web-shop-dev'),
    },
    {
      reason: 'it goes everywhere',
      annotations: { allowed: 'true', 'auto-enabled': 'true' },
    },
  ])('leaves the app’s own copied Secret: $reason', async row => {
    const { annotations = to('web-shop-dev'), secrets = {} } = row;
    const { extra, ...options } = secrets as { extra?: true };
    const { runtimes, stated } = await plan(
      {
        ...secret('web-catalog-dev-env'),
        ...secret('web-shop-dev-env', annotations),
      },
      { ...options, ...(extra && { whenRuntimeSecretExists: 'extra' }) },
    );
    expect(runtimes).toEqual([
      expect.objectContaining({ path: at.there, change: 'none' }),
    ]);
    expect(runtimes[0]).toMatchObject({ secret: { namespace: 'databases' } });
    expect(stated).toBeUndefined();
  });

  it.each<{ reason: string; annotations: Annotations }>([
    { reason: 'has no annotations', annotations: {} },
    { reason: 'is for another', annotations: to('web-shop-dev-two') },
    {
      reason: 'waits to be asked for',
      annotations: { ...to('web-shop-dev'), 'auto-enabled': undefined },
    },
    {
      reason: 'may not be copied',
      annotations: { ...to('web-shop-dev'), allowed: 'false' },
    },
    {
      reason: 'may be copied elsewhere only',
      annotations: { ...to('web-shop-dev'), 'allowed-namespaces': 'other' },
    },
  ])(
    'makes one where the app is: that beside the database $reason',
    async ({ annotations }) => {
      const { runtimes } = await plan(secret('web-shop-dev-env', annotations), {
        reflection: 'none',
      });
      expect(runtimes).toEqual([
        expect.objectContaining({ path: at.here, change: 'create' }),
      ]);
    },
  );

  it.each([{}, { fileName: '{secret}.sops.yaml' }])(
    'finds its own copy again when the target says nothing more: %p',
    async options => {
      const before = await plan({}, { ...options, reflection: 'auto' });
      const after = await plan(before.merged, options);
      expect(before.findings).toEqual([]);
      expect(after.findings).toEqual([]);
      expect(after.runtimes).toEqual([
        expect.objectContaining({
          path: before.runtime.path,
          change: 'none',
        }),
      ]);
    },
  );

  it.each([
    {
      reason: 'the path has no {secret}',
      paths: {
        bootstrapSecret: 'secrets/{databasesNamespace}/{app}{-env}-db.yaml',
      },
      secrets: { reflection: 'auto' },
      path: 'secrets/databases/shop-dev-db.yaml',
      second: 'databases/web-shop-dev-env',
    },
    {
      reason: 'the paths of two are one',
      paths: {
        bootstrapSecret: 'secrets/{app}{-env}-db.yaml',
        runtimeSecret: 'secrets/{app}{-env}-db.yaml',
      },
      secrets: {},
      path: 'secrets/shop-dev-db.yaml',
      second: 'web-shop-dev/web-shop-dev-env',
    },
  ])('loses no Secret: $reason', async ({ paths, secrets, path, second }) => {
    const { stops } = await plan({}, secrets, 'dev', paths);
    expect(stops).toEqual([
      {
        message: 'secretPath.shared',
        params: {
          path,
          secrets: ['databases/shop-dev-initdb-secret', second],
          placeholders: ['{secret}'],
        },
      },
    ]);
  });

  it('keeps a file that holds two Secrets', async () => {
    const path = 'secrets/databases/shop-dev-db.yaml';
    const documents = ['shop-dev-initdb-secret', 'web-shop-dev-env'].flatMap(
      name => Object.values(secret(name, to('web-shop-dev'))),
    );
    const { stops, findings } = await plan(
      { [path]: documents.join('---\n') },
      {},
      'dev',
      { bootstrapSecret: 'secrets/{databasesNamespace}/{app}{-env}-db.yaml' },
    );
    expect(stops).toEqual([]);
    expect(findings).toEqual([]);
  });

  it('refuses a copy where something else makes the Secret', async () => {
    const { sources } = await plan({
      ...catalog,
      'secrets/web-shop-dev/store.yaml':
        'kind: ExternalSecret\nmetadata:\n  name: store\n  namespace: web-shop-dev\nspec:\n  target:\n    name: web-shop-dev-env\n',
    });
    expect(sources).toEqual(['secrets/web-shop-dev/store.yaml']);
  });

  it('does not take dev of one app for production of another', async () => {
    const dev = secret('catalog-dev-initdb-secret', to('web-catalog-dev'));
    const prod = secret('catalog-initdb-secret', to('web-catalog-prod'));
    const none = await plan(dev, {}, 'prod');
    expect(reflectionOf(none.bootstrap)).toEqual({});
    expect(none.stops).toEqual([]);
    const both = await plan({ ...dev, ...prod }, {}, 'prod');
    expect(reflectionOf(both.bootstrap)).toEqual(to('web-shop-prod'));
  });

  it.each<{ reason: string; tree: Tree; secrets?: object; notes?: number }>([
    { reason: 'no neighbor is there', tree: {} },
    { reason: 'no neighbor does it', tree: secret('web-catalog-dev-env') },
    {
      reason: 'only production does it',
      tree: secret('web-catalog-prod-env', to('web-catalog-prod')),
    },
    {
      reason: 'the nearest does not',
      tree: { ...catalog, ...secret('web-shop-front-dev-env') },
      notes: 1,
    },
    {
      reason: 'the target says so',
      tree: catalog,
      secrets: { reflection: 'none' },
    },
    {
      reason: 'the app has one already',
      tree: {
        ...catalog,
        [at.here]: `kind: Secret\nstringData:\n  DATABASE_URI: ${CIPHERTEXT}\n${SOPS_METADATA}`,
      },
    },
  ])(
    'makes it where the app is: $reason',
    async ({ tree, secrets, notes = 0 }) => {
      const found = await plan(tree, secrets);
      expect(found.runtime.path).toBe(at.here);
      expect(found.runtime.secret.namespace).toBe('web-shop-dev');
      expect(reflectionOf(found.runtime)).toEqual({});
      expect(found).toMatchObject({ stops: [], stated: undefined });
      expect(found.notes).toHaveLength(notes);
    },
  );

  it.each<{ reason: string; tree: Tree; message: string; says: object }>([
    {
      reason: 'the nearest does it, another does not',
      tree: { ...catalog, ...secret('web-news-dev-env') },
      message: 'secretReflection.contradictory',
      says: {
        file: 'secrets/databases/web-catalog-dev-env.yaml',
        other: 'secrets/databases/web-news-dev-env.yaml',
      },
    },
    {
      reason: 'a pattern of namespaces',
      tree: secret('web-catalog-dev-env', to('web-.*')),
      message: 'secretReflection.unclear',
      says: { annotation: 'reflection-auto-namespaces', value: 'web-.*' },
    },
    {
      reason: 'more namespaces than the app’s',
      tree: secret('web-catalog-dev-env', {
        ...to('web-catalog-dev'),
        'allowed-namespaces': 'web-catalog-dev,monitoring',
      }),
      message: 'secretReflection.unclear',
      says: { annotation: 'reflection-allowed-namespaces' },
    },
    {
      reason: 'all namespaces',
      tree: secret('web-catalog-dev-env', {
        ...to('web-catalog-dev'),
        'auto-namespaces': undefined,
      }),
      message: 'secretReflection.unclear',
      says: { annotation: 'reflection-auto-namespaces', value: 'left out' },
    },
    {
      reason: 'the app asks for its copy itself',
      tree: secret('web-catalog-dev-env', {
        ...to('web-catalog-dev'),
        'auto-enabled': undefined,
      }),
      message: 'secretReflection.unclear',
      says: { annotation: 'reflection-auto-enabled', value: 'left out' },
    },
  ])('asks: $reason', async ({ tree, message, says }) => {
    const { stops } = await plan(tree);
    expect(stops).toEqual([{ message, params: expect.objectContaining(says) }]);
    for (const reflection of ['auto', 'none']) {
      expect((await plan(tree, { reflection })).stops).toEqual([]);
    }
  });
});
