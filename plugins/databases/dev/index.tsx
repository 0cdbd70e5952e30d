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

// This is an app, though the package is none.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { Container, Flex, Link } from '@backstage/ui';
import { useMemo } from 'react';
import { Route, Routes, useParams } from 'react-router-dom';
import plugin, { databasesApiRef } from '../src';
import { detail, details, entityDatabases, gaps } from '../src/__fixtures__';
import { apisOf, FakeDatabases } from '../src/__testUtils__';
import { DetailCard, OverviewCard } from '../src/cards';
import { DatabasesTab } from '../src/tab';
import { history } from './history';
import { states } from './states';

const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', title: 'Shop' },
  spec: { type: 'service' },
};

/** Signing in fails the first time, as it does for people. */
function signingIn() {
  let refused = false;
  return {
    decorateRequestBodyForAuth: async () => {
      throw new Error('Nothing here asks for that');
    },
    async getCredentials() {
      await new Promise(later => setTimeout(later, 1000));
      if (!refused) {
        refused = true;
        throw new Error('Login failed, popup was closed');
      }
      return { token: 'testkit-token' };
    },
  };
}

/** One state of the tab by its name in the address; `/databases` is the fleet. */
function State() {
  const { name = 'twelve', view = 'tab' } = useParams();
  const apis = useMemo(
    () =>
      [
        ...apisOf((states[name] ?? states.twelve)()),
        [kubernetesAuthProvidersApiRef, signingIn()],
      ] as const,
    [name],
  );
  const cards = { overview: <OverviewCard />, detail: <DetailCard /> };
  return (
    <TestApiProvider apis={apis}>
      <EntityProvider entity={shop}>
        {view in cards ? (
          cards[view as keyof typeof cards]
        ) : (
          <DatabasesTab entity={shop} createUrl="/create" />
        )}
      </EntityProvider>
    </TestApiProvider>
  );
}

function AllStates() {
  return (
    <Container>
      <Flex direction="column" gap="5">
        <Flex gap="3" style={{ flexWrap: 'wrap' }}>
          {[
            '/databases',
            ...Object.keys(states).map(name => `/states/${name}`),
          ].map(path => (
            <Link key={path} href={path}>
              {path}
            </Link>
          ))}
        </Flex>
        <Routes>
          <Route path="/" element={<State />} />
          <Route path="/:name" element={<State />} />
          <Route path="/:name/:view" element={<State />} />
        </Routes>
      </Flex>
    </Container>
  );
}

const many = Array.from({ length: 120 }, (_, index) =>
  detail(`app-${String(index).padStart(3, '0')}`, {
    database: { environment: ['dev', 'test', 'prod'][index % 3] },
  }),
);

createDevApp({
  features: [
    createFrontendModule({
      pluginId: 'app',
      extensions: [
        // There is no backend that could be asked.
        ApiBlueprint.make({
          name: 'permission',
          params: defineParams =>
            defineParams({
              api: permissionApiRef,
              deps: {},
              factory: () => mockApis.permission(),
            }),
        }),
      ],
    }),
    plugin,
    createFrontendModule({
      pluginId: 'databases',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: databasesApiRef,
              deps: {},
              factory: () =>
                new FakeDatabases({
                  databases: entityDatabases([
                    ...Object.values(details),
                    ...many,
                  ]),
                  history,
                  gaps,
                }),
            }),
        }),
      ],
    }),
    createFrontendPlugin({
      pluginId: 'databases-states',
      extensions: [
        PageBlueprint.make({
          params: {
            path: '/states',
            title: 'States',
            loader: async () => <AllStates />,
          },
        }),
      ],
    }),
  ],
});
