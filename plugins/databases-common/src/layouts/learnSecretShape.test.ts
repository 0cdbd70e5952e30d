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
import { ecCertificate } from '../__testUtils__/ecCertificate';
import { SOPS_METADATA, Tree } from '../__testUtils__/TreeSource';
import { defaultRegistries } from '../operations';
import { parseTarget } from '../targets';
import { objectToCertificate } from './secretShapes/objectToCertificate';

const CIPHERTEXT = 'ENC[AES256_GCM,data:AA==,type:str]';
const HEAD =
  'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
const folder = 'secrets/databases';

const object = (kind: string, spec = 'spec: {}\n') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: landing\n${spec}`;
const sealed = object('Secret', `data:\n  a: ${CIPHERTEXT}\n${SOPS_METADATA}`);
const wholeFile = sealed.replace('kind: Secret', `kind: ${CIPHERTEXT}`);
const beside = { [`${folder}/landing-secret.yaml`]: sealed };
const generator = {
  [`${folder}/kustomization.yaml`]: `${HEAD}generators: [gen.yaml]\n`,
  [`${folder}/gen.yaml`]: object('ksops', 'files: []\n'),
};
const application = (source: string): Tree => ({
  'argocd/apps/secrets.yaml': object(
    'Application',
    `spec: {source: {path: secrets, repoURL: https://git.example.test/shop/platform.git${source}}}\n`,
  ),
});
const flux = (path: string, spec: string): Tree => ({
  'clusters/prod/secrets.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: secrets}\nspec: {path: ${path}${spec}}\n`,
});
const decryption = ', decryption: {provider: sops}';

/** How the owner's Secret of a new database would be written. */
async function plan(platform: Tree, secrets: object = {}) {
  const rule =
    'creation_rules: [{age: age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct, encrypted_regex: ^(data|stringData)$}]';
  const target = parseTarget(
    {
      id: 'house',
      layout: 'platformAndApp',
      platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
      app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
      options: { secrets },
    },
    'target',
    defaultRegistries().layouts,
  );
  const { plan: made } = await planOver(
    { platform: { '.sops.yaml': rule, ...platform }, app: {} },
    requestFor('shop', {}),
    target,
  );
  const [secret] = made.files.flatMap(file =>
    file.kind === 'secret' && file.path.startsWith(`${folder}/`) ? [file] : [],
  );
  const stops = made.findings.filter(
    ({ rule: id, params }) =>
      ['clear-conventions', 'decrypted-in-cluster'].includes(id) &&
      params.folder === folder,
  );
  return {
    shape: secret.shape,
    stops: stops.map(({ message }) => message),
    secret,
    findings: made.findings,
    evidence: made.conventions.find(
      ({ what }) => what === 'How Secrets are written',
    )?.evidence,
  };
}

describe('learnSecretShape', () => {
  it.each<{
    reason: string;
    platform: Tree;
    shape: string;
    evidence: readonly string[];
  }>([
    {
      reason: 'a generator of KSOPS lists those that are there',
      platform: { ...generator, ...beside },
      shape: 'ksops',
      evidence: [`${folder}/gen.yaml`],
    },
    {
      reason: 'a folder beside it has a generator',
      platform: {
        'secrets/landing/kustomization.yaml': `${HEAD}generators: [../gen.yaml]\n`,
        'secrets/gen.yaml': object('ksops'),
      },
      shape: 'ksops',
      evidence: ['secrets/gen.yaml'],
    },
    {
      reason: 'an operator makes Secrets from objects',
      platform: { [`${folder}/landing.yaml`]: object('SopsSecret') },
      shape: 'sopsSecret',
      evidence: [`${folder}/landing.yaml`],
    },
    {
      reason: 'a plugin of Argo CD makes the manifests',
      platform: { ...beside, ...application(', plugin: {name: sops}') },
      shape: 'plainSops',
      evidence: ['argocd/apps/secrets.yaml', `${folder}/landing-secret.yaml`],
    },
    {
      reason: 'a plugin that says what it does, and nothing is there yet',
      platform: application(', plugin: {name: kustomize-sops}'),
      shape: 'plainSops',
      evidence: ['argocd/apps/secrets.yaml'],
    },
    {
      reason: 'ciphertext is there that a plugin of another name decrypts',
      platform: { ...beside, ...application(', plugin: {}') },
      shape: 'plainSops',
      evidence: ['argocd/apps/secrets.yaml', `${folder}/landing-secret.yaml`],
    },
    {
      reason: 'Flux decrypts, and nothing is there yet',
      platform: flux('./secrets/', decryption),
      shape: 'plainSops',
      evidence: ['clusters/prod/secrets.yaml'],
    },
    {
      reason: 'the root Kustomization hands decryption down',
      platform: flux(
        './',
        `, patches: [{patch: "spec:\\n  decryption:\\n    provider: sops\\n"}]`,
      ),
      shape: 'plainSops',
      evidence: ['clusters/prod/secrets.yaml'],
    },
  ])('follows the files: $reason', async ({ platform, shape, evidence }) => {
    const found = await plan(platform);
    expect(found).toMatchObject({ shape, stops: [] });
    expect(found.evidence).toEqual(expect.arrayContaining([...evidence]));
  });

  it.each<{ reason: string; platform: Tree; stop: string }>([
    {
      reason: 'nothing is there',
      platform: {},
      stop: 'secretShape.unknown',
    },
    {
      reason: 'ciphertext is there, and nobody who decrypts it',
      platform: beside,
      stop: 'secretShape.unseen',
    },
    {
      reason: 'so it is with a file that is encrypted as a whole',
      platform: { [`${folder}/landing-secret.yaml`]: wholeFile },
      stop: 'secretShape.unseen',
    },
    {
      reason: 'Argo CD applies the folder as it is',
      platform: { ...beside, ...application(', directory: {recurse: true}') },
      stop: 'secretShape.argocdKeeps',
    },
    {
      reason:
        'a plugin makes the manifests, and nothing shows that it decrypts',
      platform: application(', plugin: {name: envsubst}'),
      stop: 'secretShape.argocdKeeps',
    },
    {
      reason: 'no plugin is named',
      platform: { ...beside, ...application(', plugin: null') },
      stop: 'secretShape.argocdKeeps',
    },
    {
      reason: 'Flux delivers without decryption',
      platform: { ...beside, ...flux('secrets', '') },
      stop: 'secretShape.fluxKeeps',
    },
    {
      reason: 'decryption is handed down in another Kubernetes cluster',
      platform: {
        ...flux('secrets', ''),
        'clusters/dev/apps.yaml': flux(
          './clusters/dev/apps',
          `, patches: [{patch: "spec: {decryption: {provider: sops}}"}]`,
        )['clusters/prod/secrets.yaml'],
      },
      stop: 'secretShape.fluxKeeps',
    },
    {
      reason: 'the Kustomization of the folder decides, not the one above it',
      platform: {
        ...flux('secrets', decryption),
        'clusters/prod/infra.yaml': flux('./secrets/databases', '')[
          'clusters/prod/secrets.yaml'
        ],
      },
      stop: 'secretShape.fluxKeeps',
    },
    {
      reason: 'two ways beside each other',
      platform: { ...beside, [`${folder}/other.yaml`]: object('SopsSecret') },
      stop: 'secretShape.contradictory',
    },
    {
      reason: 'some are sealed for a controller, some encrypted',
      platform: { ...beside, [`${folder}/other.yaml`]: object('SealedSecret') },
      stop: 'secretShape.contradictory',
    },
    {
      reason:
        'the generators are of folders that kustomize builds, not this one',
      platform: {
        'secrets/landing/kustomization.yaml': `${HEAD}generators: [gen.yaml]\n`,
        'secrets/landing/gen.yaml': object('ksops'),
        [`${folder}/00-namespace.yaml`]: object('Namespace'),
      },
      stop: 'secretShape.noKustomization',
    },
    {
      reason: 'they come from a store, though there are rules for SOPS',
      platform: { [`${folder}/landing.yaml`]: object('ExternalSecret') },
      stop: 'secretShape.store',
    },
    {
      reason: 'they come from Vault',
      platform: { [`${folder}/landing.yaml`]: object('VaultStaticSecret') },
      stop: 'secretShape.store',
    },
    {
      reason: 'nobody said with which certificate to seal',
      platform: { [`${folder}/landing.yaml`]: object('SealedSecret') },
      stop: 'secretShape.sealedSecret',
    },
    {
      reason: 'helm-secrets decrypts what an Application reads',
      platform: application(
        ', helm: {valueFiles: [values.yaml, "secrets+age-import:///helm-secrets/key.txt?secrets.yaml"]}',
      ),
      stop: 'secretShape.helmValues',
    },
    {
      reason: 'helm-secrets is a plugin of Argo CD',
      platform: application(', plugin: {name: helm-secrets}'),
      stop: 'secretShape.helmValues',
    },
    {
      reason: 'encrypted values of Helm lie there',
      platform: {
        [`${folder}/secrets.yaml`]: `landing:\n  password: ${CIPHERTEXT}\n${SOPS_METADATA}`,
      },
      stop: 'secretShape.helmValues',
    },
  ])('stops: $reason', async ({ platform, stop }) => {
    expect((await plan(platform)).stops).toEqual([stop]);
    // The target has the last word.
    expect(await plan(platform, { shape: 'sopsSecret' })).toMatchObject({
      shape: 'sopsSecret',
      stops: [],
    });
  });

  it('begins no list that would drop what lies there, whatever the target says', async () => {
    const platform = { [`${folder}/00-namespace.yaml`]: object('Namespace') };
    expect((await plan(platform, { shape: 'ksops' })).stops).toEqual([
      'secretShape.noKustomization',
    ]);
  });

  const certificate = (name: string) =>
    readFileSync(join(root, 'examples/houses/sealed-secrets', name), 'utf8');
  const rsa = certificate('platform/pub-cert.pem');
  const ofSealed = {
    'pub-cert.pem': rsa,
    [`${folder}/landing.yaml`]: object('SealedSecret'),
  };

  it.each<{ reason: string; sealedSecrets: object; from: string }>([
    {
      reason: 'a file of the platform repository',
      sealedSecrets: { certificateFile: 'pub-cert.pem' },
      from: 'pub-cert.pem',
    },
    {
      reason: 'its text',
      sealedSecrets: { certificate: rsa },
      from: 'secrets.sealedSecrets.certificate',
    },
  ])('seals with $reason', async ({ sealedSecrets, from }) => {
    const options = { sealedSecrets, shape: undefined };
    const { secret, ...found } = await plan(ofSealed, options);
    expect(found).toMatchObject({
      shape: 'sealedSecret',
      stops: [],
      evidence: [`${folder}/landing.yaml`],
    });
    expect(secret.encryption).toMatchObject({
      state: 'sealed',
      from,
      certificate: rsa,
      key: 'rsa',
      notAfter: '2126-10-29T08:34:45.000Z',
      scope: 'strict',
    });
  });

  it.each<{
    reason: string;
    sealedSecrets: object;
    files?: Tree;
    stop: string;
    says: object;
  }>([
    {
      reason: 'a certificate that only lies there is asked about',
      sealedSecrets: {},
      stop: 'secretShape.sealedSecret',
      says: { file: `${folder}/landing.yaml`, found: ['pub-cert.pem'] },
    },
    {
      reason: 'the file is missing',
      sealedSecrets: { certificateFile: 'clusters/{env}/cert.pem' },
      stop: 'secretShape.certificateMissing',
      says: { file: 'clusters/dev/cert.pem' },
    },
    {
      reason: 'the file is something else',
      sealedSecrets: { certificateFile: 'pub-cert.pem' },
      files: { 'pub-cert.pem': 'a letter' },
      stop: 'secretShape.certificateUnreadable',
      says: { from: 'pub-cert.pem' },
    },
    {
      reason: 'the key is not RSA',
      sealedSecrets: { certificateFile: 'pub-cert.pem' },
      files: { 'pub-cert.pem': ecCertificate },
      stop: 'secretCoveredByRule.notRsa',
      says: { from: 'pub-cert.pem', key: 'ec' },
    },
  ])('seals nothing: $reason', async ({ sealedSecrets, files, stop, says }) => {
    const found = await plan({ ...ofSealed, ...files }, { sealedSecrets });
    const stops = found.findings.filter(
      ({ severity, waiver }) => severity === 'error' && !waiver,
    );
    expect(stops.map(({ message }) => message)).toContain(stop);
    expect(stops.find(({ message }) => message === stop)).toMatchObject({
      params: says,
    });
  });

  it('seals nothing with a certificate that is over', () => {
    const notAfter = '2026-10-31T23:59:59.000Z';
    const sealing = {
      state: 'sealed',
      certificate: rsa,
      from: 'pub-cert.pem',
      key: 'rsa',
      notAfter,
      fingerprint: 'AB',
      scope: 'strict',
    } as const;
    expect(objectToCertificate(sealing, '2026-10-31')).toEqual([]);
    expect(objectToCertificate(sealing, '2026-11-01')).toEqual([
      {
        message: 'secretCoveredByRule.expired',
        params: { from: 'pub-cert.pem', until: '2026-10-31' },
      },
    ]);
  });
});
