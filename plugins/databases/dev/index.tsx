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

import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Container, Flex, Text } from '@backstage/ui';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { databasesApiRef } from '../src';
import { DatabasesTab } from '../src/tab';
import { states } from './states';

/** Every state of the tab, one below the other: `yarn start` in this package. */
function AllStates() {
  return (
    <Container>
      <Flex direction="column" gap="8">
        {states.map(({ name, getRequests }) => (
          <div key={name}>
            <Text as="h1" color="secondary">
              {name}
            </Text>
            <TestApiProvider apis={[[databasesApiRef, { getRequests } as any]]}>
              <DatabasesTab
                entity={{
                  apiVersion: 'backstage.io/v1alpha1',
                  kind: 'Component',
                  metadata: { name: 'shop', title: 'Shop' },
                }}
                createUrl="/create"
              />
            </TestApiProvider>
          </div>
        ))}
      </Flex>
    </Container>
  );
}

createDevApp({
  features: [
    createFrontendPlugin({
      pluginId: 'databases-states',
      extensions: [
        PageBlueprint.make({
          params: { path: '/', loader: async () => <AllStates /> },
        }),
      ],
    }),
  ],
});
