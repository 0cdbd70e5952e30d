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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail, details, entityDatabases, gaps } from '../__fixtures__';
import { FakeDatabases, renderPages } from '../__testUtils__';

const all = [details.failed, details.forbidden, details.stale, details.healthy];

const fleet = (...items: Parameters<typeof entityDatabases>[0]) =>
  new FakeDatabases({ databases: entityDatabases(items) });

/** The rows, as a narrow screen shows them. */
const rows = () =>
  within(screen.getByRole('list', { name: 'Databases' })).getAllByRole(
    'listitem',
  );

const user = userEvent.setup({ delay: null });

// Whole pages in jsdom: a busy machine takes its time.
jest.setTimeout(30_000);

describe('FleetPage', () => {
  it('lists databases with their states, as links to their pages', async () => {
    renderPages(fleet(...all), '/databases');
    const link = await screen.findByRole('link', { name: 'orders-cnpg' });
    expect(link.getAttribute('href')).toMatch(
      /^\/databases\/cnpg\.databases\.orders-cnpg(@|%40)production$/,
    );
    expect(screen.getByRole('status')).toHaveTextContent('Databases: 4');
    expect(rows()[1]).toHaveTextContent(
      /finance.*Health Unknown Credentials Unknown Backups Unknown Delivery Not judged/,
    );
  });

  it('sums up what they ask for, and of how many that is known', async () => {
    renderPages(fleet(...all), '/databases');
    expect(await screen.findByText(/^Asked for by/)).toHaveTextContent(
      'Asked for by 4 of 4 databases: 120 GiB of storage, 3 CPU, 4 GiB of memory.',
    );
  });

  it('sums up what the databases of each service ask for', async () => {
    const fake = fleet(...all);
    const gib = 2 ** 30;
    fake.state.services = {
      items: [
        {
          ...{ ref: 'component:default/shop', databases: 3, known: 2 },
          ...{ storageBytes: 90 * gib, cpuMillis: 1500, memoryBytes: gib },
        },
        {
          ...{ ref: 'component:default/till', databases: 1, known: 0 },
          ...{ storageBytes: 0, cpuMillis: 0, memoryBytes: 0 },
        },
      ],
      total: 25,
    };
    renderPages(fake, '/databases');
    await user.click(await screen.findByText('By service (25)'));
    const table = screen.getByRole('table', { name: 'By service (25)' });
    const texts = within(table)
      .getAllByRole('row')
      .map(row =>
        [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
      );
    expect(texts).toEqual([
      [],
      ['shop', '3, of which 2 say what they ask for', '90', '1.5', '1'],
      ['till', '1, of which 0 say what they ask for', '—', '—', '—'],
    ]);
    expect(screen.getByText(/^The 2 of 25 with/)).toBeVisible();
  });

  it('shows every owner, and on its page who says so', async () => {
    const item = detail('cart', {
      database: { owner: undefined },
      owners: [
        { ref: 'group:default/storefront', entity: 'component:default/cart' },
        { ref: 'group:data/warehouse' },
      ],
    });
    renderPages(fleet(item), '/databases');
    const link = await screen.findByRole('link', { name: 'cart-cnpg' });
    expect(rows()[0]).toHaveTextContent(/storefront · data\/warehouse/);
    await user.click(link);
    const owner = await screen.findByText(/\(owner of/);
    expect(owner).toHaveTextContent(/^storefront \(owner of cart\)$/);
    expect(owner.nextSibling).toHaveTextContent(/^, .*warehouse$/);
  });

  it('never shows what is unknown or stale as good', async () => {
    renderPages(fleet(details.forbidden, details.stale), '/databases');
    await screen.findByRole('link', { name: 'search-cnpg' });
    for (const item of rows()) {
      expect(item.querySelector('[data-look="good"]')).toBeNull();
    }
  });

  it('counts states, and filters by the one that is pressed', async () => {
    const fake = fleet(...all);
    renderPages(fake, '/databases');
    const failing = await screen.findByRole('button', { name: 'Failing: 1' });
    expect(failing).toHaveAttribute('aria-pressed', 'false');
    await user.click(failing);
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Databases: 1'),
    );
    expect(fake.calls.at(-1)).toEqual([
      'fleet',
      { backup: ['failing'], limit: 50 },
    ]);
    const pressed = screen.getByRole('button', { name: 'Failing: 1' });
    expect(pressed).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Databases: 4'),
    );
  });

  it('searches when nothing was typed for a while', async () => {
    const fake = fleet(...all);
    renderPages(fake, '/databases');
    await user.type(
      await screen.findByRole('searchbox', { name: 'Search' }),
      'ledger',
    );
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Databases: 1'),
    );
    expect(fake.calls.filter(([method]) => method === 'fleet')).toHaveLength(2);
  });

  it('takes its state from the address', async () => {
    const fake = fleet(...all);
    renderPages(fake, '/databases?environment=prod&sort=name&order=desc');
    await screen.findByRole('link', { name: 'shop-cnpg' });
    expect(fake.calls[0]).toEqual([
      'fleet',
      { environment: ['prod'], sort: 'name', order: 'desc', limit: 50 },
    ]);
  });

  it('goes through pages', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      detail(`app-${index}`),
    );
    const fake = fleet(...many);
    renderPages(fake, '/databases');
    expect(await screen.findByText('1–50 of 60')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /next/i }));
    expect(await screen.findByText('51–60 of 60')).toBeVisible();
    expect(rows()).toHaveLength(10);
  });

  it.each([
    {
      address: '/databases',
      state: {},
      says: /No Kubernetes cluster that can be seen holds/,
    },
    {
      address: '/databases?health=failed',
      state: {},
      says: /No database matches/,
    },
    { address: '/databases', state: { gaps }, says: /^No database was found$/ },
  ])('says $says when there is nothing', async ({ address, state, says }) => {
    renderPages(new FakeDatabases(state), address);
    expect(await screen.findByText(says)).toBeVisible();
  });

  it('shows one database with its history', async () => {
    const fake = fleet(...all);
    const { id } = details.failed.database;
    fake.state.history = [
      {
        database: id,
        lane: 'health',
        from: 'healthy',
        to: 'failed',
        at: '2026-11-21T08:48:00.000Z',
        summary: 'No disk space left.',
      },
    ];
    renderPages(fake, `/databases/${encodeURIComponent(id)}`);
    const history = within(
      await screen.findByRole('list', { name: 'History' }),
    );
    expect(history.getByRole('listitem')).toHaveTextContent(
      '12 minutes agoHealthHealthy→FailedNo disk space left.',
    );
    expect(screen.getByRole('region', { name: 'Backups' })).toHaveTextContent(
      /newest backup failed/,
    );
  });

  it('says that there is no such database', async () => {
    renderPages(fleet(...all), '/databases/nothing');
    expect(await screen.findByText(/no database “nothing”/)).toBeVisible();
  });
});
