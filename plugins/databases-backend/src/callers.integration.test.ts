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
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  describeWithServers,
  KubernetesAccess,
  KubernetesApi,
  startKubernetesApi,
} from '@basewell/testkit';
import { ada, grace, PluginScene } from './__testUtils__/PluginScene';
import {
  KubernetesPluginHost,
  startKubernetesPlugin,
} from './__testUtils__/startKubernetesPlugin';

jest.setTimeout(120_000);

const id = 'cnpg.default.shop@theirs';
const header = 'Backstage-Kubernetes-Authorization-oidc-okta';

describeWithServers('kubernetes')(
  '/api/databases, behind the Kubernetes plugin, with the tokens of people',
  () => {
    let api: KubernetesApi;
    let plugin: KubernetesPluginHost;
    let scene: PluginScene;
    let everything: KubernetesAccess;
    let oneNamespace: KubernetesAccess;
    let nothing: KubernetesAccess;

    /** Until its Kubernetes cluster has been read, which a page does not wait for. */
    async function ask(user: string, token: string, tag = '') {
      for (;;) {
        const answer = await scene
          .get(`/databases/${id}`, user)
          .set(header, token)
          .set('If-None-Match', tag);
        if (answer.status !== 503) {
          return answer;
        }
      }
    }

    beforeAll(async () => {
      api = await startKubernetesApi({ crds: ['cnpg'] });
      everything = api.addUser({ name: 'ada', groups: ['system:masters'] });
      oneNamespace = api.addUser({ name: 'grace' });
      nothing = api.addUser({ name: 'linus' });
      await api.client.apply({
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        metadata: { name: 'shop', namespace: 'default' },
        spec: { instances: 1, storage: { size: '1Gi' } },
      });
      await allowListing(api, 'default', 'grace');
      plugin = await startKubernetesPlugin({
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'theirs',
                url: api.url,
                caData: Buffer.from(api.ca).toString('base64'),
                authProvider: 'oidc',
                oidcTokenProvider: 'okta',
              },
            ],
          },
        ],
      });
      scene = await PluginScene.start({
        config: { databases: { kubernetes: { source: 'plugin' } } },
        features: elsewhere(plugin),
      });
      for (;;) {
        const { body } = await scene.get('/coverage');
        if (body.kubernetesClusters.length) {
          break;
        }
        await new Promise(later => setTimeout(later, 50));
      }
    }, 180_000);
    afterAll(async () => {
      await scene?.observatory.stop();
      await scene?.stop();
      await plugin?.stop();
      await api?.stop();
    });

    it('shows each what their own rights reach', async () => {
      const [whole, narrow, none, refused] = await Promise.all([
        ask(ada, everything.token),
        ask(grace, oneNamespace.token),
        ask(grace, nothing.token),
        ask(grace, 'testkit-wrong'),
      ]);
      expect(whole.body).toMatchObject({
        item: { database: { id, name: 'shop' } },
        gaps: [],
      });
      expect(narrow.body).toMatchObject({
        item: { database: { id } },
        gaps: [{ state: 'forbidden', namespaces: ['default'] }],
      });
      expect([none.status, refused.status]).toEqual([404, 404]);
    });

    it('shows nobody what another one has just seen', async () => {
      const mine = await ask(ada, everything.token);
      expect(mine.status).toBe(200);
      expect(mine.headers['cache-control']).toBe('private, no-store');
      const theirs = await ask(grace, nothing.token, mine.headers.etag);
      expect(theirs.status).toBe(404);
      const nobodys = await scene.get(`/databases/${id}`, ada);
      expect(nobodys.status).toBe(404);
      const { body } = await scene
        .get('/databases')
        .set(header, everything.token);
      expect(body).toMatchObject({ total: 0, items: [] });
    });

    it("says in the person's words what is refused", async () => {
      const tab = '/entities/component/default/shop/databases';
      const gapsFor = async (token: string) =>
        (await scene.get(tab).set(header, token)).body.gaps;
      expect(await gapsFor(nothing.token)).toMatchObject([
        {
          state: 'forbidden',
          tokenProvider: 'oidc-okta',
          message: expect.stringMatching(
            /^The API server does not let you list .*User "linus" cannot list/,
          ),
        },
      ]);
      expect(await gapsFor('testkit-wrong')).toMatchObject([
        {
          state: 'unauthorized',
          message: expect.stringMatching(
            /does not accept your token .*Sign in/,
          ),
        },
      ]);
      expect(await gapsFor('')).toMatchObject([{ state: 'on-demand' }]);
    });

    it('writes no token into an answer or the audit', async () => {
      const tokens = [everything, oneNamespace, nothing].map(
        ({ token }) => token,
      );
      const answers = await Promise.all(tokens.map(token => ask(ada, token)));
      const written = JSON.stringify([
        answers.map(({ headers, body }) => [headers, body]),
        scene.audit,
      ]);
      tokens.forEach(token => expect(written).not.toContain(token));
    });
  },
);

/** The Kubernetes plugin runs in another backend, with credentials of its own. */
function elsewhere(plugin: KubernetesPluginHost) {
  return [
    createServiceFactory({
      service: coreServices.discovery,
      deps: {},
      factory: () => plugin.discovery,
    }),
    createServiceFactory({
      service: coreServices.auth,
      deps: { metadata: coreServices.pluginMetadata },
      factory: ({ metadata }) =>
        Object.assign(mockServices.auth({ pluginId: metadata.getId() }), {
          getPluginRequestToken: () =>
            plugin.auth.getPluginRequestToken({} as never),
        }),
    }),
  ];
}

/** Lets a user list what lies beside databases in one namespace. */
async function allowListing(
  { client }: KubernetesApi,
  namespace: string,
  user: string,
): Promise<void> {
  const apiGroup = 'rbac.authorization.k8s.io';
  const apiVersion = `${apiGroup}/v1`;
  const metadata = { name: user, namespace };
  await client.apply({
    apiVersion,
    kind: 'Role',
    metadata,
    rules: [
      { apiGroups: ['postgresql.cnpg.io'], resources: ['*'], verbs: ['list'] },
      { apiGroups: [''], resources: ['pods', 'events'], verbs: ['list'] },
      { apiGroups: ['batch'], resources: ['*'], verbs: ['list'] },
    ],
  });
  await client.apply({
    apiVersion,
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup, kind: 'Role', name: user },
    subjects: [{ apiGroup, kind: 'User', name: user }],
  });
}
