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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  defaultRegistries,
  parseDatabaseRequest,
} from '@basewell/plugin-databases-common/domain';
import { ForgeOptions, Forges } from '../forges';
import { readTargets } from '../targets';
import { DefaultDatabasePlanner } from './DefaultDatabasePlanner';

const target = (id: string, host = 'git.example.test') => ({
  id,
  platform: { repoUrl: `${host}?owner=platform&repo=gitops` },
  app: { repoUrl: `${host}?owner=shop&repo=web-core` },
});

const service = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
};

/** Where planning gets to, and with what, when nothing refuses it. */
class ForgeOpened extends Error {
  readonly options: ForgeOptions | undefined;
  constructor(options: ForgeOptions | undefined) {
    super('a forge was opened');
    this.options = options;
  }
}

function planner(
  options: {
    targets?: unknown[];
    userTokenHosts?: string[];
    permission?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  } = {},
) {
  const {
    targets = [target('storefront')],
    userTokenHosts = [],
    permission = AuthorizeResult.ALLOW,
  } = options;
  const registries = defaultRegistries();
  const config = new ConfigReader({
    databases: { targets },
    integrations: { gitea: [{ host: 'git.example.test' }] },
  } as any);
  return new DefaultDatabasePlanner({
    targets: readTargets(config, registries.layouts),
    registries,
    forges: new Forges(ScmIntegrations.fromConfig(config), [
      {
        id: 'gitea',
        open(_repository, forgeOptions) {
          throw new ForgeOpened(forgeOptions);
        },
      },
    ]),
    catalog: catalogServiceMock({ entities: [service] }),
    permissions: mockServices.permissions({ result: permission }),
    auth: mockServices.auth(),
    userTokenHosts: new Set(userTokenHosts),
    anyRecipient: false,
    now: () => new Date('2026-11-21T23:59:59Z'),
  });
}

function request(spec: object = {}) {
  return parseDatabaseRequest({
    apiVersion: 'basewell.dev/v1alpha1',
    kind: 'DatabaseRequest',
    metadata: { name: 'shop' },
    spec: {
      service: 'component:default/shop',
      environments: [{ name: 'dev' }],
      ...spec,
    },
  });
}

const ada = mockCredentials.user('user:default/ada');

describe('DefaultDatabasePlanner', () => {
  it.each([
    {
      reason: 'one who may not ask',
      given: { permission: AuthorizeResult.DENY as AuthorizeResult.DENY },
      name: 'NotAllowedError',
      says: 'ask your platform team for the permission databases.request.create',
    },
    {
      reason: 'a target that nobody configured',
      spec: { target: 'backoffice' },
      name: 'NotFoundError',
      says: 'spec.target: there is no target "backoffice"; configured are storefront',
    },
    {
      reason: 'any target where none is configured',
      given: { targets: [] },
      spec: { target: 'storefront' },
      name: 'NotFoundError',
      says: 'configured are none',
    },
    {
      reason: 'a target that is configured wrongly',
      given: { targets: [target('storefront'), { id: 'backoffice' }] },
      spec: { target: 'backoffice' },
      name: 'InputError',
      says: 'The target "backoffice" is not usable: databases.targets[1].platform: Required',
    },
    {
      reason: 'no target where there are two',
      given: { targets: [target('storefront'), target('backoffice')] },
      name: 'InputError',
      says: 'spec.target: say which target the database goes to; configured are storefront, backoffice',
    },
    {
      reason: 'no service',
      spec: { service: undefined },
      name: 'InputError',
      says: 'spec.service: say which service of the catalog needs the database',
    },
    {
      reason: 'a service that the catalog does not show',
      spec: { service: 'component:default/vault' },
      name: 'NotFoundError',
      says: 'spec.service: the catalog has no component:default/vault that you may see',
    },
    {
      reason: "the portal's tokens where people use their own",
      given: { userTokenHosts: ['git.example.test'] },
      name: 'NotAllowedError',
      says: 'sign in to git.example.test in the form, or give platformToken and appToken',
    },
    {
      reason: 'half of the tokens',
      given: { userTokenHosts: ['git.example.test'] },
      tokens: { platform: 'TEST-ONLY' },
      name: 'NotAllowedError',
      says: 'sign in to git.example.test in the form, or give appToken',
    },
    {
      reason: 'nobody',
      credentials: mockCredentials.none(),
      name: 'NotAllowedError',
      says: 'Sign in to ask for a database',
    },
    {
      reason: 'a host without an integration',
      given: { targets: [target('storefront', 'other.example.test')] },
      name: 'InputError',
      says: 'No integration in app-config knows other.example.test',
    },
  ])(
    'refuses $reason',
    async ({ given, spec, tokens, credentials = ada, name, says }) => {
      const error: Error = await planner(given)
        .plan({
          request: request(spec),
          credentials: credentials as BackstageCredentials,
          tokens,
        })
        .then(
          () => new Error('it was planned'),
          thrown => thrown,
        );
      expect(error.name).toBe(name);
      expect(error.message).toContain(says);
      expect(error.message).not.toContain('TEST-ONLY');
    },
  );

  it.each([
    { reason: 'the only target, without being told', targets: undefined },
    {
      reason: 'a target whose id another one claims as well',
      targets: [target('storefront'), target('storefront')],
      spec: { target: 'storefront' },
    },
    {
      reason: 'the only right one of two',
      targets: [{ id: 'backoffice' }, target('storefront')],
    },
  ])('uses $reason', async ({ targets, spec }) => {
    await expect(
      planner({ targets }).plan({ request: request(spec), credentials: ada }),
    ).rejects.toThrow('a forge was opened');
  });

  it("opens the forge with the person's token and with the signal", async () => {
    const { signal } = new AbortController();
    await expect(
      planner({ userTokenHosts: ['git.example.test'] }).plan({
        request: request(),
        credentials: ada,
        tokens: { platform: 'one', app: 'two' },
        signal,
      }),
    ).rejects.toMatchObject({ options: { token: 'one', signal } });
  });

  it('describes targets without paths, projects and tokens', () => {
    const { items, problems } = planner({
      targets: [target('storefront'), { id: 'backoffice' }],
      userTokenHosts: ['git.example.test'],
    }).describeTargets();
    expect(problems).toEqual([
      {
        id: 'backoffice',
        error: expect.stringContaining('databases.targets[1].platform'),
      },
    ]);
    expect(items).toEqual([
      expect.objectContaining({
        id: 'storefront',
        layout: { from: 'files' },
        defaultSize: 'small',
        // Hosts once each, newest version first.
        userTokenHosts: ['git.example.test'],
        versions: [...items[0].versions].sort((a, b) => Number(b) - Number(a)),
        backup: expect.objectContaining({ available: false }),
      }),
    ]);
    expect(items[0].waivableRules.map(({ id }) => id)).toContain(
      'separate-credentials',
    );
    expect(items[0].waivableRules.map(({ id }) => id)).not.toContain(
      'no-credential-in-app-repository',
    );
    expect(items[0]).not.toHaveProperty('options');
  });

  it('says why a target has no answer about requests', async () => {
    await expect(planner().findRequests('shop')).resolves.toEqual({
      items: [],
      problems: [{ target: 'storefront', error: 'a forge was opened' }],
    });
  });
});
