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
import { canonTrees, planOver, requestFor, root } from '../__testUtils__/canon';
import { mergePlan, Tree, Trees } from '../__testUtils__/TreeSource';
import { defaultRegistries } from '../operations';
import { parseTarget } from '../targets';
import { learnTarget } from './learnTarget';

const { layouts } = defaultRegistries();
const repositories = {
  platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
  app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
};
const platform: Tree = {
  '.sops.yaml': canonTrees().platform['.sops.yaml'].replace(
    '^secrets/',
    '^(secrets|apps)/',
  ),
};

/** Repositories in which three apps have databases by one layout. */
async function houseOf(layout: string, secrets = {}): Promise<Trees> {
  const target = parseTarget(
    {
      ...{ id: 'house', layout, ...repositories },
      options: {
        secrets,
        backup: {
          destinationPath: 's3://backups/{cluster}',
          credentials: { from: 'reference', secretName: 'backups-s3' },
        },
      },
    },
    'target',
    layouts,
  );
  // What `flux bootstrap` leaves, where it is Flux that delivers.
  const flux: Tree = { 'clusters/dev/flux-system/gotk-sync.yaml': '' };
  let trees: Trees = {
    platform: { ...platform, ...(layout === 'fluxApps' && flux) },
    app: {},
  };
  for (const app of ['shop', 'landing', 'content-hub']) {
    const request = requestFor(app, {
      environments: [{ name: 'dev' }, { name: 'prod' }],
    });
    trees = mergePlan((await planOver(trees, request, target)).plan, trees);
  }
  return trees;
}

describe('learnTarget', () => {
  it.each(layouts.map(({ id }) => id))(
    'learns from a house of %s what it was made with',
    async id => {
      const learned = learnTarget(await houseOf(id), layouts);
      const { defaults } = layouts.find(layout => layout.id === id)!;
      expect(learned.questions).toEqual([]);
      expect(learned.values).toContainEqual(
        expect.objectContaining({ path: ['layout'], value: id }),
      );
      const wrong = learned.values
        .filter(({ path }) => ['names', 'paths'].includes(path[1]))
        .filter(
          ({ path: [, section, key], value }) =>
            (defaults as any)[section][key] !== value,
        );
      expect(wrong).toEqual([]);
      expect(learned.values.every(({ evidence }) => evidence.length > 0)).toBe(
        true,
      );
    },
  );

  it('learns of SealedSecrets what it learns of encrypted ones', async () => {
    const certificate = readFileSync(
      join(root, 'examples/houses/sealed-secrets/platform/pub-cert.pem'),
      'utf8',
    );
    const sealed = { shape: 'sealedSecret', sealedSecrets: { certificate } };
    const learn = async (secrets: object) =>
      learnTarget(
        await houseOf('platformAndApp', secrets),
        layouts,
      ).values.filter(({ path }) =>
        path.some(key => /secret|credential/i.test(key)),
      );
    const found = await learn(sealed);
    expect(found).toEqual(await learn({ shape: 'plainSops' }));
    expect(found.length).toBeGreaterThan(2);
  });

  const aboutSecrets = (trees: Trees) =>
    learnTarget(trees, layouts).values.filter(({ path }) =>
      path.some(key => /secret|credential/i.test(key)),
    );
  /** SOPS encrypts every value of such a file, and no key. */
  const wholly = (text: string) =>
    text.replace(
      /^(\s*(?:apiVersion|kind|name|namespace|type): )(?!ENC\[).*$/gm,
      '$1ENC[AES256_GCM,data:AA==,type:str]',
    );
  const secretsOf = (
    { platform: tree, app }: Trees,
    change: (text: string) => string,
  ): Trees => ({
    app,
    platform: Object.fromEntries(
      Object.entries(tree).map(([path, text]) => [
        path,
        /^sops:/m.test(text) ? change(text) : text,
      ]),
    ),
  });

  it.each([
    {
      reason: 'SopsSecrets',
      shape: 'sopsSecret',
      change: (text: string) => text,
    },
    {
      reason: 'SopsSecrets whose templates are encrypted, names too',
      shape: 'sopsSecret',
      change: (text: string) =>
        text.replace(/^( +- name: ).*$/gm, '$1ENC[AES256_GCM,data:AA==]'),
    },
    { reason: 'files that are encrypted as a whole', change: wholly },
  ])(
    'learns of $reason what it learns of Secrets',
    async ({ shape = 'plainSops', change }) => {
      const usual = await houseOf('platformAndApp', { shape: 'plainSops' });
      const trees = secretsOf(
        await houseOf('platformAndApp', { shape }),
        change,
      );
      expect(trees.platform).not.toEqual(usual.platform);
      const found = aboutSecrets(trees);
      expect(found).toEqual(aboutSecrets(usual));
      expect(found.length).toBeGreaterThan(2);
    },
  );

  it.each<{ reason: string; files: Tree; file?: string; asks?: RegExp }>([
    {
      reason: 'a file is called like it',
      files: { 'certs/pub-cert.pem': '', 'certs/ca.crt': '' },
      file: 'certs/pub-cert.pem',
    },
    {
      reason: 'no file is called like it',
      files: { 'certs/ca.crt': '' },
      asks: /sealed for a controller \(sealed\.yaml\), and no file/,
    },
    {
      reason: 'each environment has one',
      files: { 'dev/pub-cert.pem': '', 'prod/pub-cert.pem': '' },
      asks: /several files are called like its certificate: dev\/pub-cert\.pem, prod/,
    },
  ])('asks for the certificate: $reason', ({ files, file, asks }) => {
    const sealed =
      'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  name: x\n';
    const { values, questions } = learnTarget(
      { platform: { 'sealed.yaml': sealed, ...files }, app: {} },
      layouts,
    );
    const learned = values.find(({ path }) => path.includes('sealedSecrets'));
    expect(learned?.value).toEqual(file && { certificateFile: file });
    const asked = questions.filter(text => text.includes('sealedSecrets'));
    expect(asked).toHaveLength(asks ? 1 : 0);
    expect(asked.join()).toMatch(asks ?? /^$/);
  });

  it('learns the canon with its exceptions', () => {
    const { values, questions, remarks, layout } = learnTarget(
      canonTrees(),
      layouts,
    );
    expect(layout.state).toBe('clear');
    expect(questions).toEqual([]);
    expect(remarks).toEqual([
      expect.stringMatching(/share landing-initdb-secret/),
    ]);
    const at = (...path: string[]) =>
      values.find(known => known.path.join() === path.join())?.value;
    expect(at('options', 'argocd', 'namespace')).toBe('argo');
    expect(at('options', 'names', 'cluster')).toBe('{app}{-env}-cnpg');
    expect(at('options', 'backup', 'method')).toBe('barmanPlugin');
    expect(at('options', 'names', 'bootstrapSecret')).toBeUndefined();
  });

  it('names a cluster that several apps share', () => {
    const cluster = (name: string) =>
      `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: ${name}\n  namespace: databases\nspec: {}\n`;
    const { values } = learnTarget(
      {
        platform: {
          'databases/pg/shared-dev/cluster.yaml': cluster('shared-dev'),
        },
        app: canonTrees().app,
      },
      layouts,
    );
    expect(values).toContainEqual({
      path: ['options', 'sharedClusters'],
      value: [
        {
          name: 'shared-dev',
          namespace: 'databases',
          path: 'databases/pg/shared-dev/cluster.yaml',
          environments: ['dev'],
        },
      ],
      evidence: ['databases/pg/shared-dev/cluster.yaml'],
    });
  });

  it.each<{ reason: string; trees: Trees; asks: RegExp }>([
    {
      reason: 'the repositories are empty',
      trees: { platform: {}, app: {} },
      asks: /^layout: nothing shows which one it is/,
    },
    {
      reason: 'files speak for two layouts',
      trees: {
        platform: {
          'databases/base/a/cluster.yaml': '',
          'databases/shop/cluster.yaml': '',
          'databases/shop/kustomization.yaml': '',
        },
        app: {},
      },
      asks: /^layout: the files speak for .* and for .*say which one it is/,
    },
  ])('asks when $reason', ({ trees, asks }) => {
    expect(learnTarget(trees, layouts).questions).toContainEqual(
      expect.stringMatching(asks),
    );
  });
});
