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
import { SOPS_METADATA, Tree } from '../__testUtils__/TreeSource';

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
});
