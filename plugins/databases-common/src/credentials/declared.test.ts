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

import { canonTarget } from '../__testUtils__/canon';
import { Manifest, TargetOptions } from '../model';
import { standardSubject } from '../policy';
import {
  CredentialSource,
  DeclaredCredentials,
  DeclaredSecret,
} from './CredentialSource';
import { externalSecretStore } from './externalSecretStore';
import { operatorGenerated } from './operatorGenerated';
import { sops } from './sops';
import { vaultStatic } from './vaultStatic';

const [dev] = standardSubject().plan.databases;
const store = { kind: 'ClusterSecretStore', name: 'databases' };
const connection = { scheme: 'postgresql', port: 5432 };

function draft(
  source: CredentialSource,
  credentials: object,
  options: Partial<TargetOptions['secrets']> = {},
) {
  const { secrets, ...target } = canonTarget({ credentials }).options;
  return source.draft!(
    dev,
    { ...target, secrets: { ...secrets, ...options } },
    connection,
  ) as DeclaredCredentials;
}

const cases: readonly {
  readonly source: CredentialSource;
  readonly credentials: object;
}[] = [
  { source: vaultStatic, credentials: { source: 'vault-static' } },
  {
    source: externalSecretStore,
    credentials: { source: 'external-secret', store },
  },
  {
    source: operatorGenerated,
    credentials: { source: 'operator-generated', store },
  },
];

/** The Go templates of a Secret. */
function templatesOf({ manifest }: { readonly manifest: Manifest }) {
  const { destination, target } = manifest.spec as {
    destination?: { transformation: { templates: object } };
    target?: { template: { data: object } };
  };
  return destination?.transformation.templates ?? target?.template.data;
}

describe.each(cases)('$source.id', ({ source, credentials }) => {
  it('answers for its own targets only', () => {
    expect(draft(source, { source: 'sops' })).toBeUndefined();
    expect(draft(sops, credentials)).toBeUndefined();
  });

  it('keeps what the cluster reads for as long as the cluster, and no longer what the app reads', () => {
    const { bootstrap, extraRuntime, access } = draft(source, credentials);
    const guarded = ({ manifest }: { readonly manifest: Manifest }) =>
      manifest.metadata.annotations?.['argocd.argoproj.io/sync-options'];
    for (const declared of [...(bootstrap ? [bootstrap] : []), ...access]) {
      const beside = declared.manifest.metadata.namespace === 'databases';
      expect(guarded(declared)).toBe(
        beside ? 'Prune=false,Delete=false' : undefined,
      );
    }
    expect(guarded(extraRuntime)).toBeUndefined();
  });

  it('keeps nobody else waiting while a store is empty', () => {
    const { bootstrap, extraRuntime } = draft(source, credentials);
    for (const secret of [bootstrap, extraRuntime]) {
      const wave = Number(
        secret?.manifest.metadata.annotations?.[
          'argocd.argoproj.io/sync-wave'
        ] ?? 0,
      );
      expect(wave).toBe(0);
    }
  });

  it('escapes the password in the connection string, and refuses an empty one', () => {
    const templates = JSON.stringify(
      templatesOf(draft(source, credentials).extraRuntime),
    );
    expect(templates).toContain('| urlquery | replace');
    expect(templates).toContain('{{ if not (');
    expect(templates).toContain(
      '@shop-dev-cnpg-rw.databases.svc.cluster.local:5432/shop',
    );
  });
});

it.each(cases)(
  'tells CloudNativePG of a change, in a Secret of the type that it wants: $source.id',
  ({ source, credentials }) => {
    const { bootstrap } = draft(source, credentials);
    const spec = JSON.stringify(bootstrap?.manifest.spec) ?? '';
    const wanted =
      /"type":"kubernetes.io\/basic-auth".*"cnpg.io\/reload":"true"/;
    // What CloudNativePG makes itself is as it wants it.
    expect(wanted.test(spec)).toBe(source !== operatorGenerated);
  },
);

describe('what a person fills in', () => {
  const entryOf = (secret: DeclaredCredentials['runtime']) =>
    (secret as DeclaredSecret).entry;

  it('is one entry with all that the app and the cluster read', () => {
    const { bootstrap, runtime } = draft(vaultStatic, {
      source: 'vault-static',
    });
    expect(entryOf(runtime)).toMatchObject({
      environment: 'dev',
      store: 'Vault',
      entry: 'kv/apps/shop/dev',
      keys: ['password', 'PAYLOAD_SECRET'],
    });
    expect(bootstrap?.entry?.entry).toBe('kv/apps/shop/dev');
  });

  it('is the password alone, where the app has its other keys already', () => {
    const { extraRuntime } = draft(externalSecretStore, {
      source: 'external-secret',
      store,
    });
    expect(extraRuntime.entry?.keys).toEqual(['password']);
  });

  it('is nothing where CloudNativePG makes the password; other keys are sealed', () => {
    const generated = { source: 'operator-generated', store };
    const { runtime, extraRuntime } = draft(operatorGenerated, generated);
    expect(extraRuntime.entry).toBeUndefined();
    expect(runtime).toMatchObject({
      name: 'web-shop-dev-env',
      values: { PAYLOAD_SECRET: { from: 'generated' } },
    });
    expect(
      draft(operatorGenerated, generated, { generatedKeys: [] }).runtime,
    ).toMatchObject({ name: 'web-shop-dev-env', manifest: expect.anything() });
  });
});

describe('access to Vault', () => {
  it.each([
    {
      reason: 'a VaultAuth in both namespaces',
      options: {},
      made: ['VaultAuth databases', 'VaultAuth web-shop-dev'],
    },
    {
      reason: 'with a connection of its own',
      options: { connection: { address: 'https://vault.example.test' } },
      made: [
        ...['VaultConnection databases', 'VaultAuth databases'],
        ...['VaultConnection web-shop-dev', 'VaultAuth web-shop-dev'],
      ],
    },
    {
      reason: 'with a connection that the platform has',
      options: { connection: { name: 'vso/vault' } },
      made: ['VaultAuth databases', 'VaultAuth web-shop-dev'],
    },
    {
      reason: 'one that the platform has',
      options: { auth: { from: 'reference', name: 'vso/databases' } },
      made: [],
    },
  ])('is $reason', ({ options, made }) => {
    const { access } = draft(vaultStatic, {
      source: 'vault-static',
      ...options,
    });
    expect(
      access.map(
        ({ manifest }) => `${manifest.kind} ${manifest.metadata.namespace}`,
      ),
    ).toEqual(made);
  });
});
