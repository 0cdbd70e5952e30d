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
import {
  CredentialState,
  DatabaseDetail,
  LaneFinding,
} from '@basewell/plugin-databases-common';
import {
  chains,
  credentialDetail,
  credentialDetails,
  details,
  entityDatabases,
} from '../__fixtures__';
import { FakeDatabases, renderTab } from '../__testUtils__';

const { drifted } = credentialDetails;

/** The credentials of the one database that is shown. */
async function show(item: DatabaseDetail) {
  await renderTab(new FakeDatabases({ databases: entityDatabases([item]) }));
  return within(await screen.findByRole('region', { name: 'Credentials' }));
}

const hopsOf = (lane: ReturnType<typeof within>) =>
  within(lane.getAllByRole('list', { name: /^The way of the value/ })[0])
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

// Whole pages in jsdom: a busy machine takes its time.
jest.setTimeout(30_000);

describe('the credentials of a database', () => {
  it('shows the way of the value, and in words where it is lost', async () => {
    const lane = await show(drifted);
    expect(hopsOf(lane)).toEqual([
      expect.stringMatching(
        /^Vault KV entry In sync .*Origin: .*namespace storefront · changed 3 hours ago/,
      ),
      expect.stringMatching(/^VaultStaticSecret In sync .*Carrier: /),
      expect.stringMatching(/^Secret In sync /),
      expect.stringMatching(
        /^Role in PostgreSQL Drifted Here it falls behind .*CloudNativePG did not apply it/,
      ),
    ]);
    expect(lane.getByText('every 30 days').previousSibling).toHaveTextContent(
      'A new value',
    );
  });

  it('leads to the file in git, and to the line that a finding is about', async () => {
    const page =
      'https://git.example.com/platform/infra/src/commit/c/shop.yaml';
    const { hops } = chains.sops;
    const item = credentialDetail('shop', {
      ...chains.sops,
      hops: hops.map((hop, index) =>
        index ? hop : { ...hop, url: `${page}#L1` },
      ),
    });
    const object = 'file secrets/databases/shop.yaml';
    const found: LaneFinding<CredentialState> = {
      rule: 'credential-file',
      severity: 'warning',
      message: 'credentialFile.problem',
      params: {
        object,
        problem: 'copied-ciphertext',
        line: 7,
        secret: 'Secret databases/shop',
      },
      summary: '',
      remedy: '',
      evidence: [
        { object, field: 'line 7', url: `${page}#L7` },
        { object, field: 'commit', value: 'c0ffee' },
      ],
    };
    const lane = await show({
      ...item,
      lanes: {
        ...item.lanes,
        credential: { ...item.lanes.credential!, findings: [found] },
      },
    });
    const [link] = lane.getAllByRole('link', { name: hops[0].object });
    expect(link).toHaveAttribute('href', `${page}#L1`);
    await userEvent.click(lane.getAllByText('Evidence (2)')[0]);
    expect(lane.getByRole('link', { name: object })).toHaveAttribute(
      'href',
      `${page}#L7`,
    );
    expect(lane.getByText('c0ffee')).toBeVisible();
  });

  it.each([
    { name: 'failing', says: 'Here it breaks' },
    { name: 'expired', says: 'Here it ran out' },
    { name: 'drifted', says: 'Here it falls behind' },
    { name: 'weak', says: 'Here it is weak' },
    { name: 'unknown', says: 'From here on nobody knows' },
    { name: 'pending', says: 'Here it waits' },
    { name: 'conflicting', says: 'Here two claims collide' },
  ] as const)('marks one hop of what is $name', async ({ name, says }) => {
    const lane = await show(credentialDetails[name]);
    expect(lane.getAllByText(says)).toHaveLength(1);
  });

  it('marks no hop of what is in sync', async () => {
    const { hops } = chains.sops;
    const marked = hops.map(hop => ({ ...hop, decides: true }));
    const lane = await show(
      credentialDetail('shop', { ...chains.sops, hops: marked }),
    );
    expect(lane.queryByText(/^(From here|Here)/)).not.toBeInTheDocument();
  });

  it('shows nothing that is unknown or only last known as good', async () => {
    const lane = await show(credentialDetails.unknown);
    const chain = lane.getByRole('list', { name: /^Where the passwords/ });
    expect(within(chain).getAllByText('Unknown')[0]).toHaveAttribute(
      'data-look',
      'unknown',
    );
    const { container } = await renderTab(
      new FakeDatabases({ databases: entityDatabases([details.stale]) }),
    );
    await within(container).findByRole('region', { name: 'Credentials' });
    expect(container.querySelector('[data-look="good"]')).toBeNull();
  });

  it('shows both that claim one Secret, each with its own way', async () => {
    const lane = await show(credentialDetails.conflicting);
    expect(lane.getByText('SOPS file, External secret')).toBeVisible();
    for (const [origin, carrier] of [
      ['SOPS file', /infra-secrets/],
      ['Secret store', /ExternalSecret databases\/inventory-db/],
    ] as const) {
      expect(
        lane.getByRole('list', { name: `Claimed by: ${origin}` }),
      ).toHaveTextContent(carrier);
    }
  });

  it('names those first that started before the last change', async () => {
    const lane = await show(drifted);
    const [table] = lane.getAllByRole('table', { name: 'Read by' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(
        /^Deployment web-billing\/worker.*Started before the last change: it has the old value/,
      ),
      expect.stringMatching(
        /^CronJob web-billing\/report.*Started before the last change: the file has followed/,
      ),
      expect.stringMatching(/^Pod web-billing\/debug.*Not known$/),
      expect.stringMatching(
        /^Deployment web-billing\/web.*Started after the last change$/,
      ),
    ]);
  });

  it('marks the readers where no hop has lost the value', async () => {
    const { vaultStaticDrifted: chain } = chains;
    const hops = chain.hops.map(hop => ({ ...hop, decides: false }));
    const lane = await show(
      credentialDetail('billing', {
        ...chain,
        hops,
        consumers: chain.consumers,
      }),
    );
    expect(
      lane.getByText('Here it falls behind').parentElement,
    ).toHaveTextContent(/^Read by Here it falls behind/);
  });

  it('keeps many readers one click away', async () => {
    const lane = await show(credentialDetails.longNames);
    const more = lane.getByText('And 34 more');
    expect(more.parentElement).not.toHaveAttribute('open');
    await userEvent.click(more);
    expect(
      within(lane.getByRole('table', { name: 'Also read by' })).getAllByRole(
        'row',
      ),
    ).toHaveLength(35);
  });

  it('opens the chain that decides and those that are not well', async () => {
    const { billing, superuser } = {
      billing: chains.vaultStaticDrifted,
      superuser: { ...chains.sops, id: 'databases/billing-superuser' },
    };
    const lane = await show(credentialDetail('billing', billing, superuser));
    const openness = (id: string) =>
      lane.getByText(id).closest('details')!.hasAttribute('open');
    expect(openness(billing.id)).toBe(true);
    expect(openness(superuser.id)).toBe(false);
  });

  it('opens and focuses the hop that the address names', async () => {
    const [chain, closed] = drifted.description.credentials!.chains;
    expect(closed.state).toBe('in-sync');
    const { id } = drifted.database;
    await renderTab(
      new FakeDatabases({
        databases: entityDatabases([details.healthy, drifted]),
      }),
      `/#${encodeURIComponent(`${id}/chain/${closed.id}/2`)}`,
    );
    await waitFor(() =>
      expect(document.activeElement).toHaveTextContent(
        /^Argo CD with KSOPS In sync/,
      ),
    );
    expect(document.activeElement).toBeVisible();
    expect(
      screen.getByRole('link', { name: `Link to this secret: ${chain.id}` }),
    ).toHaveAttribute('href', `#${id}/chain/${chain.id}`);
  });

  it('says the source beside the state in the heading', async () => {
    await show(drifted);
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent(
      /Credentials Drifted Vault Backups/,
    );
  });
});
