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

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  backupStates,
  credentialSourceIds,
  credentialStates,
  deliveryStates,
  fleetSorts,
  healthStates,
  laneIds,
} from '@basewell/plugin-databases-common';
import Ajv from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { databaseFacts, deliver } from './__testUtils__/databaseFacts';
import { PluginScene } from './__testUtils__/PluginScene';
import { createRouter } from './router';

const path = resolvePackagePath(
  '@basewell/plugin-databases-backend',
  'src/schema/openapi.yaml',
);
const description = parse(readFileSync(path, 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(description, 'openapi');

/** What is wrong with an answer, by the schema of its operation. */
function problemsOf(route: string, body: unknown): unknown {
  const pointer = route
    .replaceAll('/', '~1')
    .replace(/[{}]/g, encodeURIComponent);
  const validate = ajv.compile({
    $ref: `openapi#/paths/${pointer}/get/responses/200/content/application~1json/schema`,
  });
  return validate(body) ? [] : validate.errors;
}

describe('openapi.yaml', () => {
  let scene: PluginScene;
  beforeAll(async () => {
    scene = await PluginScene.start({ config: {} });
    await deliver(scene.observatory, [
      ...databaseFacts('shop-cnpg', {
        app: 'shop',
        environment: 'prod',
        owner: 'group:default/team-shop',
      }),
      ...databaseFacts('till-cnpg', { phase: 'Failing over' }),
    ]);
    await deliver(scene.observatory, [], {
      kubernetesCluster: 'south',
      state: 'unreachable',
      message: 'It does not answer.',
    });
  });
  afterAll(() => scene?.stop());

  it.each([
    { route: '/targets', path: '/targets' },
    {
      route: '/entities/{kind}/{namespace}/{name}/databases',
      path: '/entities/component/default/shop/databases',
    },
    {
      route: '/entities/{kind}/{namespace}/{name}/requests',
      path: '/entities/component/default/shop/requests',
    },
    { route: '/databases', path: '/databases' },
    {
      route: '/databases/{id}',
      path: '/databases/cnpg.databases.till-cnpg@north',
    },
    {
      route: '/databases/{id}/history',
      path: '/databases/cnpg.databases.till-cnpg@north/history',
    },
    { route: '/requests', path: '/requests' },
    { route: '/coverage', path: '/coverage' },
    { route: '/inventory', path: '/inventory' },
  ])('describes the answer of $route', async ({ route, path: asked }) => {
    const { status, body } = await scene.get(asked);
    expect(status).toBe(200);
    expect(problemsOf(route, body)).toEqual([]);
    expect(problemsOf(route, { ...body, surprise: true })).not.toEqual([]);
  });

  it('describes errors', async () => {
    const { body } = await scene.get('/databases?sort=size');
    const validate = ajv.compile({ $ref: 'openapi#/components/schemas/Error' });
    expect(validate(body)).toBe(true);
  });

  it('is served', async () => {
    const { body } = await scene.get('/openapi.json');
    expect(body).toEqual(description);
  });

  it('has every route, and no other', () => {
    const router = createRouter({} as any);
    const routes = router.stack.flatMap(({ route }: any) =>
      route
        ? Object.keys(route.methods).map(method => `${method} ${route.path}`)
        : [],
    );
    const described = Object.entries<object>(description.paths).flatMap(
      ([route, operations]) =>
        Object.keys(operations)
          .filter(method => method !== 'parameters')
          .map(method => `${method} ${route.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.sort()).toEqual(routes.sort());
  });

  it.each([
    ['LaneId', laneIds],
    ['HealthState', healthStates],
    ['BackupState', backupStates],
    ['DeliveryState', deliveryStates],
    ['CredentialState', credentialStates],
    ['CredentialSource', credentialSourceIds],
    ['FleetSort', fleetSorts],
  ])('has the words of %s', (schema, words) => {
    expect(description.components.schemas[schema].enum).toEqual(words);
  });

  it('has every parameter of the fleet', async () => {
    const { body } = await scene.get('/databases?nothing=such');
    const known = body.error.message.match(/there are (.*)$/)[1].split(', ');
    const described = description.paths['/databases'].get.parameters.map(
      ({ name }: { name: string }) => name,
    );
    expect(described).toEqual(known);
  });
});
