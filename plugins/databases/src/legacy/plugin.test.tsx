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

import { FlatRoutes } from '@backstage/core-app-api';
import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  renderInTestApp,
  TestApiProvider,
  TestAppOptions,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { JSX } from 'react';
import { Route } from 'react-router-dom';
import { details, entityDatabases } from '../__fixtures__';
import { apisOf, FakeDatabases } from '../__testUtils__';
import {
  DatabasesPage,
  EntityDatabaseDetailCard,
  EntityDatabasesCard,
  EntityDatabasesContent,
} from '../legacy';
import { rootRouteRef } from '../routes';

// Whole pages in jsdom: a busy machine takes its time.
jest.setTimeout(30_000);

const user = userEvent.setup({ delay: null });

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', title: 'Shop' },
};

/** Shows an element in an app of the old frontend system. */
function show(
  element: JSX.Element,
  path = '/',
  mountedRoutes: TestAppOptions['mountedRoutes'] = {
    '/databases': rootRouteRef,
  },
) {
  const fake = new FakeDatabases({
    databases: entityDatabases([details.failed, details.healthy]),
  });
  return renderInTestApp(
    <TestApiProvider apis={apisOf(fake)}>{element}</TestApiProvider>,
    { routeEntries: [path], mountedRoutes },
  );
}

describe('in an app of the old frontend system', () => {
  it('shows the fleet, and a database of it', async () => {
    await show(
      <FlatRoutes>
        <Route path="/databases" element={<DatabasesPage />} />
      </FlatRoutes>,
      '/databases',
      {},
    );
    expect(await screen.findByText('Databases')).toBeVisible();
    const link = await screen.findByRole('link', { name: 'shop-cnpg' });
    await user.click(link);
    expect(
      await screen.findByRole('heading', { name: /shop-cnpg/ }),
    ).toBeVisible();
  });

  it.each([
    { what: 'the tab', Element: EntityDatabasesContent },
    { what: 'the card of a service', Element: EntityDatabasesCard },
    { what: 'the card of a database', Element: EntityDatabaseDetailCard },
  ])('shows $what', async ({ Element }) => {
    await show(
      <EntityProvider entity={shop}>
        <Element />
      </EntityProvider>,
    );
    expect((await screen.findAllByText(/orders-cnpg/))[0]).toBeVisible();
  });
});
