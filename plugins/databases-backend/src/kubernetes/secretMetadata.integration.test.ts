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

import { mockServices } from '@backstage/backend-test-utils';
import {
  credentialLane,
  defaultRegistries,
  kubernetesKinds,
  Fact,
  observedKinds,
  secretMetadata,
  SecretMetadataData,
} from '@basewell/plugin-databases-common/domain';
import {
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  scanForSecret,
  startKubernetesApi,
} from '@basewell/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { directTransport, sourceOf } from '../__testUtils__/readerScene';
import { RecordingSink } from '../__testUtils__/RecordingSink';
import { ClusterTransport } from './ClusterTransport';
import { readOnce } from './readOnce';
import { Reader, startReader } from './startReader';

const role = 'clusterrole-secret-metadata.yaml';
const values = {
  password: 'päss/word+is=here & there',
  token: 'another-canary-4711',
};

/** Values wherever one may be: in itself, in annotations, in names of keys. */
const secret: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: 'shop-initdb-secret',
    namespace: 'default',
    labels: { 'cnpg.io/reload': 'true', note: values.token },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
        kind: 'Secret',
        stringData: values,
      }),
      'reconcile.external-secrets.io/data-hash': values.token,
    },
  },
  data: {
    password: Buffer.from(values.password).toString('base64'),
    [values.token]: Buffer.from(values.token).toString('base64'),
  },
};
const { apiVersion, kind, metadata } = secret;
const reference = { apiVersion, kind, ...metadata };

/** What the portal looks for, with the setting or without. */
function kindsOf(isOn: boolean) {
  const { engines, credentials } = defaultRegistries();
  return kubernetesKinds(
    observedKinds([
      credentialLane(engines, credentials, { secretMetadata: isOn }),
    ]),
  );
}

type Asking = ClusterTransport['request'];

/** The header is lost on the way, and whole Secrets come back. */
function careless(ask: Asking): Asking {
  return (path, options) =>
    ask(path, {
      ...options,
      ...(isOfSecrets(path) && { accept: 'application/json' }),
    });
}

/** Lists come by pages alone. */
function withoutStreams(ask: Asking): Asking {
  return async (path, options) =>
    path.includes('sendInitialEvents')
      ? { status: 400, body: (async function* nothing() {})() }
      : ask(path, options);
}

function isOfSecrets(path: string): boolean {
  return /\/secrets(\?|\/|$)/.test(path);
}

describeWithServers('kubernetes')('the metadata of Secrets', () => {
  let api: KubernetesApi;
  let reader: Reader | undefined;
  let sink: RecordingSink;
  let requests: { readonly path: string; readonly accept?: string }[];
  const logger = mockServices.logger.mock();

  /** Records what is asked, whatever happens to it on its way. */
  function recorded(
    way: (ask: Asking) => Asking = ask => ask,
  ): ClusterTransport {
    const ask = way(directTransport(api).request);
    return {
      request(path, options) {
        requests.push({ path, accept: options.accept });
        return ask(path, options);
      },
    };
  }

  function start(isOn: boolean, transport: ClusterTransport): void {
    reader = startReader({
      source: sourceOf({ name: 'one', access: 'portal', transport }),
      kinds: kindsOf(isOn),
      sink,
      logger,
    });
  }

  const ofSecrets = () => requests.filter(({ path }) => isOfSecrets(path));
  const coverage = () => sink.coverage.get(`one ${secretMetadata.id}`);
  const found = () =>
    [...sink.facts.values()].find(
      ({ kind: id, name }) => id === 'secrets' && name === metadata.name,
    ) as Fact<SecretMetadataData> | undefined;

  function expectNoValues(): void {
    const said = JSON.stringify([
      [...sink.facts.values()],
      [...sink.coverage.values()],
      [logger.error, logger.warn, logger.info, logger.debug].map(
        ({ mock }) => mock.calls,
      ),
    ]);
    expect(scanForSecret(values, said, 'facts, coverage, log')).toEqual([]);
  }

  beforeAll(async () => {
    api = await startKubernetesApi();
    await api.client.apply(secret);
  }, 120_000);
  beforeEach(() => {
    sink = new RecordingSink();
    requests = [];
    jest.clearAllMocks();
  });
  afterEach(async () => {
    await reader?.stop();
    reader = undefined;
    expectNoValues();
  });
  afterAll(() => api?.stop());

  it('are not asked for while they are off', async () => {
    start(false, recorded());
    const kinds = kindsOf(false);
    await sink.until(({ coverage: seen }) =>
      kinds.every(({ id }) =>
        ['synced', 'absent'].includes(seen.get(`one ${id}`)?.state ?? ''),
      ),
    );
    expect(requests.length).toBeGreaterThan(0);
    expect(ofSecrets()).toEqual([]);
  });

  it('come, and change, with the one right that they need', async () => {
    const portal = api.addUser({ name: 'portal' });
    const apiGroup = 'rbac.authorization.k8s.io';
    const folder = join(__dirname, '../../../../docs/reference');
    const bound: KubernetesObject = parse(
      readFileSync(join(folder, role), 'utf8'),
    );
    await api.client.apply(bound);
    await api.client.apply({
      apiVersion: `${apiGroup}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'portal' },
      roleRef: { apiGroup, kind: 'ClusterRole', name: bound.metadata.name },
      subjects: [{ apiGroup, kind: 'User', name: 'portal' }],
    });
    start(true, directTransport(portal));
    await sink.until(() => coverage()?.state === 'synced');
    const before = found()!;
    expect(before.data).toEqual({
      owner: undefined,
      labels: { 'cnpg.io/reload': 'true' },
      annotations: {},
      writers: [
        { manager: 'basewell-testkit', at: expect.stringMatching(/Z$/) },
      ],
    });
    const changed = await api.client.apply({
      ...secret,
      data: { password: Buffer.from(values.token).toString('base64') },
    });
    await sink.until(
      () => found()?.resourceVersion === changed.metadata.resourceVersion,
    );
    expect(found()?.resourceVersion).not.toBe(before.resourceVersion);

    await api.client.delete(reference);
    await sink.until(() => !found());
    await api.client.apply(secret);
    await sink.until(() => found() !== undefined);
  });

  it('are all that each request accepts', async () => {
    start(true, recorded());
    await sink.until(() => coverage()?.state === 'synced');
    await reader?.stop();
    start(true, recorded(withoutStreams));
    await sink.until(() =>
      ofSecrets().some(({ path }) => path.includes('limit=')),
    );
    expect(ofSecrets().length).toBeGreaterThan(1);
    for (const { path, accept } of ofSecrets()) {
      expect(accept).toBe(
        path.includes('watch=true')
          ? 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1'
          : 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
      );
    }
    const others = requests.filter(request => !ofSecrets().includes(request));
    expect(others.some(({ accept }) => accept)).toBe(false);
  });

  it.each<{ readonly by: string; readonly way: (ask: Asking) => Asking }>([
    { by: 'a stream', way: careless },
    { by: 'pages', way: ask => withoutStreams(careless(ask)) },
  ])('are dropped by $by with the values in it', async ({ way }) => {
    start(true, recorded(way));
    await sink.until(() => coverage()?.state === 'failing');
    expect(coverage()?.message).toMatch(
      /^The answer had more of secrets than the metadata that was asked for, and was dropped\./,
    );
    expect(found()).toBeUndefined();
  });

  it('are dropped when a person looks', async () => {
    const snapshot = await readOnce({
      kubernetesCluster: 'one',
      transport: recorded(careless),
      kinds: [secretMetadata],
      deadline: 10_000,
      signal: new AbortController().signal,
    });
    snapshot.facts.forEach(fact => sink.put(fact));
    snapshot.coverage.forEach(one => sink.cover(one));
    expect(snapshot.facts).toEqual([]);
    expect(coverage()?.state).toBe('failing');
  });
});
