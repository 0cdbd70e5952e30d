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

import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { detail, details, entityDatabases, gaps } from '../__fixtures__';
import { apisOf, FakeDatabases } from '../__testUtils__';
import { DetailCard } from './DetailCard';
import { OverviewCard } from './OverviewCard';

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
};

const show = (card: JSX.Element, fake: FakeDatabases) =>
  renderInTestApp(<EntityProvider entity={shop}>{card}</EntityProvider>, {
    apis: [...apisOf(fake)],
  });

// Whole pages in jsdom: a busy machine takes its time.
jest.setTimeout(30_000);

describe('cards', () => {
  it('shows on a service the worst verdict per environment', async () => {
    const items = [
      details.failed,
      details.healthy,
      detail('shop-dev', { database: { environment: 'dev' } }),
    ];
    await show(
      <OverviewCard />,
      new FakeDatabases({ databases: entityDatabases(items) }),
    );
    expect(
      await screen.findByText(/no disk space left and does not accept writes/),
    ).toBeVisible();
    const environments = screen
      .getAllByRole('listitem')
      .filter(({ textContent }) => textContent?.match(/^(prod|dev)/));
    expect(environments.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^prodHealthFailedorders-cnpg: .*Databases: 2$/),
      expect.stringMatching(/^devHealthHealthyshop-dev-cnpg: All 3 instances/),
    ]);
  });

  it('claims nothing on a service where something cannot be seen', async () => {
    await show(
      <OverviewCard />,
      new FakeDatabases({ databases: entityDatabases([], { gaps }) }),
    );
    expect(await screen.findByText('Not everything can be seen')).toBeVisible();
    expect(screen.queryByText(/No database was found/)).not.toBeInTheDocument();
  });

  it('shows on the entity of a database everything about it', async () => {
    await show(
      <DetailCard />,
      new FakeDatabases({ databases: entityDatabases([details.healthy]) }),
    );
    expect(
      await screen.findByRole('region', { name: 'Backups' }),
    ).toHaveTextContent('The newest backup is 7 h old.');
  });
});
