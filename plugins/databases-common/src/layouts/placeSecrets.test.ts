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
  canonTarget,
  canonTrees,
  planOver,
  requestFor,
} from '../__testUtils__/canon';
import { ecCertificate } from '../__testUtils__/ecCertificate';
import { readHouses } from '../__testUtils__/houses';
import { SOPS_METADATA, Tree } from '../__testUtils__/TreeSource';
import { SealingScope } from '../model';

const at = {
  bootstrap: 'secrets/databases/shop-dev-initdb-secret.yaml',
  runtime: 'secrets/web-shop-dev/web-shop-dev-env.yaml',
  extra: 'secrets/web-shop-dev/web-shop-dev-db-env.yaml',
  cluster: 'infra/databases/cloudnativepg/shop-dev/cluster.yaml',
};

const ciphertext = (...keys: readonly string[]) =>
  [
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\nstringData:',
    ...keys.map(key => `  ${key}: ENC[AES256_GCM,data:AA==,type:str]`),
    SOPS_METADATA,
  ].join('\n');

const bootstrap = { [at.bootstrap]: ciphertext('username', 'password') };
const other = { [at.runtime]: ciphertext('API_KEY') };
const connected = { [at.runtime]: ciphertext('API_KEY', 'DATABASE_URI') };
const extra = { [at.extra]: ciphertext('DATABASE_URI') };
const cluster = { [at.cluster]: 'kind: Cluster\n' };

/** The secrets of the plan that are made, and what stands in its way. */
async function plan(existing: Tree, whenRuntimeSecretExists: string) {
  const trees = canonTrees();
  const { plan: result } = await planOver(
    { ...trees, platform: { ...trees.platform, ...existing } },
    requestFor('shop', {}),
    canonTarget({ secrets: { whenRuntimeSecretExists } }),
  );
  const secrets = result.files.filter(({ kind }) => kind === 'secret');
  return {
    made: secrets
      .filter(({ change }) => change === 'create')
      .map(({ path }) => path),
    kept: secrets
      .filter(({ change }) => change === 'none')
      .map(({ path }) => path),
    stops: result.findings
      .filter(({ rule }) =>
        ['credentials-completable', 'existing-secret-encrypted'].includes(rule),
      )
      .map(({ message }) => message),
    notes: result.notes
      .filter(({ text }) => text.includes('DATABASE_URI'))
      .map(({ repository, kind }) => `${repository} ${kind}`),
  };
}

describe('placeSecrets', () => {
  it.each<{
    reason: string;
    existing: Tree;
    when?: 'report' | 'extra';
    made?: readonly string[];
    kept?: readonly string[];
    stops?: readonly string[];
    notes?: readonly string[];
  }>([
    {
      reason: 'nothing is there: both are made',
      existing: {},
      made: [at.bootstrap, at.runtime],
    },
    {
      reason: 'both are there: both are kept',
      existing: { ...bootstrap, ...connected },
      kept: [at.bootstrap, at.runtime],
    },
    {
      reason: 'a secret in clear is never begun with',
      existing: {
        ...bootstrap,
        [at.runtime]: 'stringData:\n  DATABASE_URI: postgresql://x:y@z/x\n',
      },
      kept: [at.bootstrap, at.runtime],
      stops: ['existingSecretEncrypted.clear'],
    },
    {
      reason: 'the password cannot be read for a runtime secret',
      existing: bootstrap,
      made: [at.runtime],
      kept: [at.bootstrap],
      stops: ['credentialsCompletable.bootstrapExists'],
    },
    {
      reason: 'a new password would lock the app out of a cluster that stands',
      existing: cluster,
      made: [at.bootstrap, at.runtime],
      stops: ['credentialsCompletable.clusterExists'],
    },
    {
      reason: 'a runtime secret without a connection is added to by a person',
      existing: other,
      made: [at.bootstrap],
      kept: [at.runtime],
      notes: ['platform todo'],
    },
    {
      reason: 'so it is when only that was forgotten',
      existing: { ...bootstrap, ...other },
      kept: [at.bootstrap, at.runtime],
      notes: ['platform todo'],
    },
    {
      reason: 'a connection in use is changed later, and before the app',
      existing: connected,
      made: [at.bootstrap],
      kept: [at.runtime],
      notes: ['platform info', 'app todo'],
    },
    {
      reason: 'the connection goes into a second secret',
      when: 'extra',
      existing: other,
      made: [at.bootstrap, at.extra],
      kept: [at.runtime],
    },
    {
      reason: 'the second secret is there, too',
      when: 'extra',
      existing: { ...bootstrap, ...other, ...extra },
      kept: [at.bootstrap, at.runtime, at.extra],
    },
    {
      reason: 'the password cannot be read for a second secret',
      when: 'extra',
      existing: { ...bootstrap, ...other },
      made: [at.extra],
      kept: [at.bootstrap, at.runtime],
      stops: ['credentialsCompletable.bootstrapExists'],
    },
    {
      reason: 'the second secret has a password that nobody else has',
      when: 'extra',
      existing: { ...other, ...extra },
      made: [at.bootstrap],
      kept: [at.runtime, at.extra],
      stops: ['credentialsCompletable.extraExists'],
    },
  ])(
    '$reason',
    async ({ existing, when = 'report', made, kept, stops, notes }) => {
      expect(await plan(existing, when)).toEqual({
        made: made ?? [],
        kept: kept ?? [],
        stops: stops ?? [],
        notes: notes ?? [],
      });
    },
  );

  describe('a SealedSecret of the app that is there', () => {
    const house = readHouses().find(({ name }) => name === 'sealed-secrets')!;
    const path = 'secrets/web-orders-dev/web-orders-dev-env-sealed.yaml';
    const catalog =
      house.trees.platform[
        'secrets/web-catalog-prod/web-catalog-prod-env-sealed.yaml'
      ];
    const unconnected = catalog.replace('DATABASE_URI:', 'API_KEY:');
    const scoped = (...scopes: readonly string[]) =>
      unconnected.replace(
        'metadata:\n',
        `metadata:\n  annotations:\n${scopes
          .map(scope => `    sealedsecrets.bitnami.com/${scope}: "true"\n`)
          .join('')}`,
      );

    async function notesWith(existing: string, scope: SealingScope = 'strict') {
      const { platform, app } = house.trees;
      const { options } = house.target;
      const { plan: made } = await planOver(
        { app, platform: { ...platform, [path]: existing } },
        requestFor('orders', {}),
        {
          ...house.target,
          options: {
            ...options,
            secrets: {
              ...options.secrets,
              sealedSecrets: { ...options.secrets.sealedSecrets, scope },
            },
          },
        },
      );
      expect(
        made.findings.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
      return made.notes.filter(note => note.path === path);
    }

    it('is told how a connection gets into it', async () => {
      const [todo] = await notesWith(unconnected);
      expect(todo).toMatchObject({ repository: 'platform', kind: 'todo' });
      expect(todo.text).toContain(
        `printf 'postgresql://orders:%s@orders-dev-cnpg-rw.databases.svc.cluster.local:5432/orders' "$(kubectl get secret orders-dev-initdb-secret --namespace databases --output jsonpath='{.data.password}' | base64 --decode)" | kubeseal --raw --from-file=/dev/stdin --name web-orders-dev-env --namespace web-orders-dev --scope strict --cert pub-cert.pem`,
      );
      expect(todo.text).toContain('spec.encryptedData.DATABASE_URI');
    });

    it.each<{ scope: string; existing: string; usual?: SealingScope }>([
      { scope: 'namespace-wide', existing: scoped('namespace-wide') },
      { scope: 'cluster-wide', existing: scoped('cluster-wide') },
      {
        scope: 'cluster-wide',
        existing: scoped('namespace-wide', 'cluster-wide'),
      },
      {
        scope: 'strict',
        existing: scoped('namespace-wide').replace('"true"', '"false"'),
      },
      { scope: 'strict', existing: unconnected, usual: 'cluster-wide' },
    ])('keeps its scope, $scope', async ({ scope, existing, usual }) => {
      const [todo] = await notesWith(existing, usual);
      expect(todo.text).toContain(` --scope ${scope} --cert`);
    });

    it('is connected by its template, too', async () => {
      const [info, ...more] = await notesWith(
        unconnected.replace(
          'template:\n',
          'template:\n    data:\n      DATABASE_URI: "postgresql://orders:{{ .API_KEY }}@old/orders"\n',
        ),
      );
      expect(more).toEqual([]);
      expect(info.kind).toBe('info');
      expect(info.text).toContain('is of another database and stays as it is');
      expect(info.text).toContain(
        'under `spec.encryptedData.DATABASE_URI` in place of `spec.template.data.DATABASE_URI`',
      );
    });
  });

  it('seals nothing for two controllers', async () => {
    const house = readHouses().find(({ name }) => name === 'sealed-secrets')!;
    const { platform, app } = house.trees;
    const { options } = house.target;
    const { plan: made } = await planOver(
      {
        app,
        platform: {
          ...platform,
          'certs/dev.pem': platform['pub-cert.pem'],
          'certs/prod.pem': ecCertificate,
        },
      },
      house.request,
      {
        ...house.target,
        options: {
          ...options,
          names: { ...options.names, bootstrapSecret: '{app}-initdb-secret' },
          secrets: {
            ...options.secrets,
            bootstrap: 'shared',
            sealedSecrets: {
              scope: 'strict',
              certificateFile: 'certs/{env}.pem',
            },
          },
        },
      },
    );
    const differ = made.findings.filter(
      ({ message }) => message === 'secretShape.certificatesDiffer',
    );
    expect(differ).toMatchObject([
      {
        params: {
          path: 'secrets/databases/orders-initdb-secret-sealed.yaml',
          certificates: ['certs/dev.pem', 'certs/prod.pem'],
        },
      },
    ]);
  });
});
