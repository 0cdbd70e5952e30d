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
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PolicyRule } from '@basewell/plugin-databases-common';
import { parseDatabaseRequest } from '@basewell/plugin-databases-common/domain';
import {
  CanonForge,
  describeWithServers,
  startCanonForge,
} from '@basewell/testkit';
import { policyRuleServiceRef } from '../registries';
import { DatabasePlanner } from './DatabasePlanner';
import { databasePlannerServiceRef } from './databasePlannerServiceRef';

jest.setTimeout(120_000);

const ada = mockCredentials.user('user:default/ada');

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

describeWithServers('gitea')('databasePlannerServiceRef', () => {
  let forge: CanonForge;
  let planner: DatabasePlanner;
  let rules: PolicyRule[] = [];
  let stop: () => Promise<void>;

  /** The planner of a backend that an adopter has extended by `rules`. */
  async function start(config: object = {}) {
    const backend = await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'somebody',
          register(env) {
            env.registerInit({
              deps: { service: databasePlannerServiceRef },
              async init({ service }) {
                planner = service;
              },
            });
          },
        }),
        ...rules.map(rule =>
          createServiceFactory({
            service: policyRuleServiceRef,
            deps: {},
            factory: () => rule,
          }),
        ),
        mockServices.rootConfig.factory({
          data: { ...forge.config, ...config },
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: { name: 'shop', namespace: 'default' },
              spec: { owner: 'somebody-who-says-so' },
              relations: [
                { type: 'dependsOn', targetRef: 'component:default/landing' },
                { type: 'ownedBy', targetRef: 'group:default/team-shop' },
              ],
            },
          ],
        }),
      ],
    });
    stop = () => backend.stop();
  }

  beforeAll(async () => {
    forge = await startCanonForge();
  });
  afterAll(() => forge?.stop());
  afterEach(async () => {
    rules = [];
    await stop();
  });

  it("takes the owner from the catalog's relations, whatever the request claims", async () => {
    await start();
    const { plan, requester } = await planner.plan({
      request: request({ owner: 'group:default/team-billing' }),
      credentials: ada,
    });
    expect(plan.request.spec.owner).toBe('group:default/team-shop');
    expect(requester).toBe('user:default/ada');
    const texts = plan.files.map(file =>
      file.kind === 'text' ? file.content : '',
    );
    expect(texts.join()).toContain(
      'basewell.dev/owner: group:default/team-shop',
    );
    expect(texts.join()).not.toMatch(/team-billing.*shop|somebody-who-says-so/);
  });

  it('makes the same plan for everybody, and another digest for another plan', async () => {
    await start();
    const [mine, hers, other] = await Promise.all(
      [
        { request: request(), credentials: ada },
        {
          request: request({ owner: 'group:default/team-billing' }),
          credentials: mockCredentials.user('user:default/grace'),
        },
        { request: request({ version: '16' }), credentials: ada },
      ].map(input => planner.plan(input)),
    );
    expect(hers.digest).toBe(mine.digest);
    expect(hers.requestDigest).toBe(mine.requestDigest);
    expect(other.digest).not.toBe(mine.digest);
  });

  it("asks an adopter's own rule", async () => {
    rules = [
      {
        id: 'no-databases-on-fridays',
        title: 'No databases on Fridays',
        severity: 'error',
        stages: ['form', 'change'],
        waivable: true,
        examples: {
          good: { reason: 'Monday', subject: standard => standard },
          bad: { reason: 'Friday', subject: standard => standard },
        },
        check: () => [
          { message: 'It is Friday; wait for Monday.', params: {} },
        ],
      },
    ];
    await start();
    const planned = await planner.plan({
      request: request(),
      credentials: ada,
    });
    expect(planned.plan.findings).toEqual([
      expect.objectContaining({
        rule: 'no-databases-on-fridays',
        severity: 'error',
        summary: 'It is Friday; wait for Monday.',
      }),
    ]);
    expect(
      planner.describeTargets().items[0].waivableRules.map(({ id }) => id),
    ).toContain('no-databases-on-fridays');
  });

  it('says what is missing when the base branch is not there', async () => {
    const [target] = forge.config.databases.targets as any[];
    await start({
      databases: {
        targets: [
          { ...target, app: { ...target.app, branch: 'no-such-branch' } },
        ],
      },
    });
    await expect(
      planner.plan({ request: request(), credentials: ada }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringMatching(
        /owner\/web-core has no branch "no-such-branch"; correct the target's branch/,
      ),
    });
  });

  it('stops planning when it is told to', async () => {
    await start();
    await expect(
      planner.plan({
        request: request(),
        credentials: ada,
        signal: AbortSignal.abort(),
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
