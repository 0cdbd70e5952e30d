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

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ambiguous,
  details,
  entityDatabases,
  gaps,
  request,
} from '../__fixtures__';
import { FakeDatabases, renderTab } from '../__testUtils__';

const orders = details.failed.database.id;

/** The heading of a database, which opens it. */
const heading = (name: string) =>
  screen.findByRole('button', { name: new RegExp(`^${name}`) });

/** Makes the page ask again, as it does when it is looked at again. */
async function lookAgain() {
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

// Whole pages in jsdom: a busy machine takes its time.
jest.setTimeout(30_000);

describe('DatabasesTab', () => {
  it('shows each database with its verdicts, in the order of the answer', async () => {
    const items = [details.failed, details.degraded, details.healthy];
    await renderTab(new FakeDatabases({ databases: entityDatabases(items) }));
    await heading('orders-cnpg');
    const headings = screen.getAllByRole('heading', { level: 3 });
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(
        /^orders-cnpg prod PostgreSQL 17 \(CloudNativePG\) · production \/ databases.*Health Failed Credentials In sync SOPS file Backups Failing Delivery Synced/,
      ),
      expect.stringMatching(
        /^billing-cnpg.*Health Degraded Credentials .*Backups Late/,
      ),
      expect.stringMatching(
        /^shop-cnpg.*Health Healthy Credentials .*Backups Fresh/,
      ),
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('Databases: 3');
  });

  it('opens to everything about a database', async () => {
    const items = [details.failed, details.healthy];
    await renderTab(new FakeDatabases({ databases: entityDatabases(items) }));
    await userEvent.click(await heading('orders-cnpg'));
    const health = within(screen.getByRole('region', { name: 'Health' }));
    expect(
      health.getByText(/no disk space left and does not accept writes/),
    ).toBeInTheDocument();
    expect(health.getByText(/Raise spec.storage.size/)).toBeInTheDocument();
    expect(health.getByRole('link', { name: 'Runbook' })).toHaveAttribute(
      'href',
      'https://runbooks.example.test/disk-full',
    );
    expect(
      health.getByText('kubectl cnpg status orders-cnpg -n databases'),
    ).toBeInTheDocument();
    expect(
      health.getByRole('row', {
        name: /orders-cnpg-1 Primary Not ready, disk full/,
      }),
    ).toBeInTheDocument();
    const attempts = screen.getByRole('list', { name: /^Newest attempts/ });
    expect(
      within(attempts)
        .getAllByRole('listitem')
        .slice(-2)
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/^Completed .*2026.*, took 3 minutes$/),
      expect.stringMatching(/^Failed .*2026/),
    ]);
    expect(screen.getByText(/nothing proves that these backups/)).toBeVisible();
    expect(screen.getByText('orders-cnpg-rw.databases.svc')).toBeVisible();
    expect(
      screen.getByText(/CloudNativePG about Cluster databases\/orders-cnpg/),
    ).toBeVisible();
  });

  it('opens the one and only database by itself', async () => {
    await renderTab(
      new FakeDatabases({ databases: entityDatabases([details.healthy]) }),
    );
    expect(await heading('shop-cnpg')).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('All 3 instances are ready.')).toBeVisible();
  });

  it.each([
    { address: `/#${orders}`, focused: /^orders-cnpg prod/ },
    {
      address: `/#${encodeURIComponent(`${orders}/health/single-node`)}`,
      focused: /All instances run on the node worker-2/,
    },
  ])('opens and focuses what $address names', async ({ address, focused }) => {
    const items = [details.healthy, details.failed];
    await renderTab(
      new FakeDatabases({ databases: entityDatabases(items) }),
      address,
    );
    expect(await heading('orders-cnpg')).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await waitFor(() =>
      expect(document.activeElement).toHaveTextContent(focused),
    );
    expect(await heading('shop-cnpg')).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  it('is used with the keyboard alone', async () => {
    const user = userEvent.setup({ delay: null });
    const copied: string[] = [];
    const writeText = async (text: string) => void copied.push(text);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    const items = [details.staleBackups, details.healthy];
    await renderTab(new FakeDatabases({ databases: entityDatabases(items) }));
    const button = await heading('catalog-cnpg');
    await user.tab();
    expect(button).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const copy = screen.getAllByRole('button', { name: 'Copy the command' })[0];
    for (let step = 0; step < 24 && document.activeElement !== copy; step++) {
      await user.tab();
    }
    expect(copy).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(copy).toHaveAccessibleName('Copied'));
    expect(copied).toEqual(['kubectl cnpg backup catalog-cnpg -n databases']);
  });

  it('changes with a new answer, and neither closes nor moves the focus', async () => {
    const fake = new FakeDatabases({
      databases: entityDatabases([details.healthy, details.progressing]),
    });
    await renderTab(fake);
    const button = await heading('shop-cnpg');
    await userEvent.click(button);
    expect(button).toHaveFocus();
    const { failed } = details;
    fake.state.databases = entityDatabases([
      { ...failed, database: details.healthy.database },
      details.progressing,
    ]);
    await lookAgain();
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        /^shop-cnpg: Health is now Failed$/,
      ),
    );
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText(/has no disk space left/)).toBeVisible();
  });

  it('keeps what was known when asking fails, and nothing of it looks healthy', async () => {
    const fake = new FakeDatabases({
      databases: entityDatabases([details.healthy]),
    });
    const { container } = await renderTab(fake);
    await heading('shop-cnpg');
    expect(container.querySelector('[data-look="good"]')).not.toBeNull();
    fake.failure = new Error('Bad gateway');
    await lookAgain();
    expect(await screen.findByText(/^Last known at /)).toBeVisible();
    expect(screen.getByText(/Asking again failed: Bad gateway/)).toBeVisible();
    expect(container.querySelector('[data-look="good"]')).toBeNull();
    fake.failure = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText(/^Last known at /)).not.toBeInTheDocument(),
    );
  });

  it('forgets what was known for those who may not see it any more', async () => {
    const fake = new FakeDatabases({
      databases: entityDatabases([details.healthy]),
    });
    await renderTab(fake);
    await heading('shop-cnpg');
    fake.failure = Object.assign(new Error('Forbidden'), { statusCode: 403 });
    await lookAgain();
    expect(
      await screen.findByText(/The permission databases.read is missing/),
    ).toBeVisible();
    expect(screen.queryByText('shop-cnpg')).not.toBeInTheDocument();
  });

  it('takes an answer that outlived its validity for last known', async () => {
    const databases = entityDatabases([details.healthy]);
    const { container } = await renderTab(
      new FakeDatabases({
        databases: { ...databases, validUntil: databases.now },
      }),
    );
    expect(
      await screen.findByText(/^Last known at /, {}, { timeout: 3000 }),
    ).toBeVisible();
    expect(container.querySelector('[data-look="good"]')).toBeNull();
  });

  it('says of one database that it is only last known', async () => {
    const { container } = await renderTab(
      new FakeDatabases({ databases: entityDatabases([details.stale]) }),
    );
    const button = await heading('search-cnpg');
    expect(button).toHaveTextContent(/Last known at .*2026/);
    expect(button).toHaveTextContent('Healthy (last known)');
    expect(container.querySelector('[data-look="good"]')).toBeNull();
  });

  it('names what cannot be seen, and what is ambiguous', async () => {
    await renderTab(
      new FakeDatabases({
        databases: entityDatabases([details.forbidden], { gaps, ambiguous }),
      }),
    );
    expect(await screen.findByText('Not everything can be seen')).toBeVisible();
    expect(
      screen.getByText(/The portal may not list them \(403\)/),
    ).toHaveTextContent(/^Kubernetes cluster finance: /);
    expect(screen.getByText(/is sealed\. Unseal it/)).toHaveTextContent(
      /^Vault main: .*Last known completely 8 minutes ago/,
    );
    expect(screen.getByText(/Two databases bear the label/)).toBeVisible();
  });

  it('says what is planned, and judges nothing of it', async () => {
    const { container } = await renderTab(
      new FakeDatabases({
        databases: entityDatabases([], { planned: ['redis', 'neo4j'] }),
      }),
    );
    expect(await screen.findByText('Planned: redis, neo4j')).toBeVisible();
    expect(container.querySelector('[data-look]')).toBeNull();
  });

  it('says what was searched when there is nothing, and offers a database', async () => {
    await renderTab(new FakeDatabases());
    expect(await screen.findByText('No database for Shop')).toBeVisible();
    expect(
      screen.getByText(
        /requests of the app “shop”.*searched completely: production, staging/,
      ),
    ).toBeVisible();
    expect(
      screen.getByText('basewell.dev/service: component:default/shop'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Create a database' }),
    ).toHaveAttribute('href', '/create/here');
  });

  it.each([
    { of: 'targets', problems: [{ target: 'other', error: 'No answer' }] },
    { of: 'Kubernetes clusters', problems: [] },
  ])(
    'claims nothing about $of that could not be asked',
    async ({ problems }) => {
      await renderTab(
        new FakeDatabases({
          databases: entityDatabases([], { gaps: problems.length ? [] : gaps }),
          requests: { items: [], problems },
        }),
      );
      expect(
        await screen.findByText(
          /Found none that you may see in what could be asked/,
        ),
      ).toBeVisible();
    },
  );

  it('shows open requests above, with both pull requests in the order of merging', async () => {
    await renderTab(
      new FakeDatabases({ requests: { items: [request], problems: [] } }),
    );
    expect(
      await screen.findByRole('heading', { name: 'shop in dev, prod' }),
    ).toBeVisible();
    const pulls = within(
      screen.getByRole('list', {
        name: 'Pull requests in the order of merging',
      }),
    ).getAllByRole('listitem');
    expect(pulls[0]).toHaveTextContent(/Platform repository.*Open/);
    expect(pulls[1]).toHaveTextContent(/App repository.*Draft/);
    expect(screen.queryByText('No database for Shop')).not.toBeInTheDocument();
  });

  it.each([
    { state: 'merged', draft: true, says: 'Merged' },
    { state: 'closed', draft: false, says: 'Closed without a merge' },
  ] as const)(
    'says $says of a pull request that is $state',
    async ({ state, draft, says }) => {
      const pullRequests = [{ ...request.pullRequests[0], state, draft }];
      await renderTab(
        new FakeDatabases({
          requests: { items: [{ ...request, pullRequests }], problems: [] },
        }),
      );
      expect(await screen.findByText(says)).toBeVisible();
    },
  );

  it('says that a person may not see it', async () => {
    const fake = new FakeDatabases();
    fake.failure = Object.assign(new Error('Forbidden'), { statusCode: 403 });
    await renderTab(fake);
    expect(
      await screen.findByText(/The permission databases.read is missing/),
    ).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says why it failed, and tries again', async () => {
    const fake = new FakeDatabases();
    fake.failure = new Error('Out of order');
    await renderTab(fake);
    expect(await screen.findAllByText('Out of order')).toHaveLength(2);
    fake.failure = undefined;
    for (const button of screen.getAllByRole('button', { name: 'Try again' })) {
      await userEvent.click(button);
    }
    expect(await screen.findByText('No database for Shop')).toBeVisible();
  });

  it('says that it is looking', async () => {
    const fake = new FakeDatabases();
    fake.getEntityDatabases = () => new Promise(() => {});
    await renderTab(fake);
    expect(screen.getByRole('status')).toHaveTextContent(
      'Looking for databases and open requests',
    );
  });
});
