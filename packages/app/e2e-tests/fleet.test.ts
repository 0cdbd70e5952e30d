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

import { expect, Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { attachPicture } from './attachPicture';
import { enter } from './enter';
import { expectAccessible } from './expectAccessible';
import { surface } from './surface';

/** Lane by lane what is to be said, by Kubernetes cluster and name. */
const expected: Record<
  string,
  Record<
    string,
    { health: string; credential: string; backup: string; delivery?: string }
  >
> = parse(
  readFileSync(
    join(__dirname, '../../../examples/estate/expected.yaml'),
    'utf8',
  ),
);

/** Something happens in these in each ten minutes. */
const changing = ['inventory-cnpg', 'wishlist-cnpg'];

/** `out-of-sync` as the page says it. */
function wordOf(state = ''): string {
  return state.slice(0, 1).toUpperCase() + state.slice(1).replaceAll('-', ' ');
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('row', { name: new RegExp(`^${name} `) });
const names = (page: Page) =>
  page
    .getByRole('rowheader')
    .evaluateAll(headers =>
      headers.map(header => header.querySelector('p')?.textContent ?? ''),
    );

test('the fleet says of every database what the estate expects', async ({
  page,
}) => {
  await enter(page, '/databases', 'Grace');
  await expect(rowOf(page, 'payments-cnpg')).toBeVisible();
  for (const [name, { health, credential, backup, delivery }] of Object.values(
    expected,
  ).flatMap(Object.entries)) {
    const cells = rowOf(page, name).getByRole('gridcell');
    if (!changing.includes(name)) {
      await expect(cells.nth(0)).toHaveText(wordOf(health));
      // The source stands beside it.
      await expect(cells.nth(1)).toHaveText(
        new RegExp(`^${wordOf(credential)} .`),
      );
      await expect(cells.nth(2)).toHaveText(wordOf(backup));
      await expect(cells.nth(3)).toHaveText(wordOf(delivery));
    }
  }
  // No unknown looks like anything else.
  const unknown = page.getByRole('gridcell').locator('[data-look]', {
    hasText: /^Unknown$/,
  });
  expect(await unknown.count()).toBeGreaterThan(1);
  for (const badge of await unknown.all()) {
    await expect(badge).toHaveAttribute('data-look', 'unknown');
  }
});

test('counts filter, and the address keeps what was chosen', async ({
  page,
}) => {
  await enter(page, '/databases');
  await expect(
    page.getByText(/Kubernetes cluster legacy: .*cannot reach the API server/),
  ).toBeVisible();
  await page.getByRole('button', { name: /^Never: 1$/ }).click();
  await expect.poll(() => names(page)).toEqual(['rewards-cnpg']);
  await expect(page).toHaveURL(/\?backup=never$/);

  await page.getByRole('button', { name: /^Blocked: 1$/ }).click();
  await expect
    .poll(async () => [...(await names(page))].sort())
    .toEqual(['mailing-cnpg', 'rewards-cnpg']);
  await enter(page, page.url());
  await expect(
    page.getByRole('button', { name: /^Never: 1$/ }),
  ).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL(/\/databases$/);
  // Their objects do not say whose they are: only the catalog does.
  for (const name of ['landing-cnpg', 'content-hub-cnpg']) {
    // A portal that just started has not read it yet.
    await expect(rowOf(page, name)).toContainText('team-shop', {
      timeout: 60_000,
    });
  }
});

test('searches, sorts, and leads to the page of a database', async ({
  page,
}) => {
  await enter(page, '/databases');
  await page.getByRole('searchbox', { name: 'Search' }).fill('landing');
  await expect
    .poll(async () => [...(await names(page))].sort())
    .toEqual(['landing-cnpg', 'landing-dev-cnpg', 'landing-restore-cnpg']);
  await expect(page).toHaveURL(/search=landing/);

  await page.getByRole('columnheader', { name: 'Database' }).click();
  await expect(page).toHaveURL(/sort=name/);
  await page.getByRole('columnheader', { name: 'Database' }).click();
  await expect(page).toHaveURL(/order=desc/);
  await expect
    .poll(() => names(page))
    .toEqual(['landing-restore-cnpg', 'landing-dev-cnpg', 'landing-cnpg']);

  await rowOf(page, 'landing-cnpg').click();
  await expect(page).toHaveURL(/\/databases\/cnpg\.databases\.landing-cnpg/);
  await expect(
    page.getByRole('heading', { name: /^landing-cnpg / }),
  ).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/search=landing/);
});

test('leafs through, and the address says where', async ({ page }) => {
  // The demo's fleet fits on a page: one that does not is made of it.
  await page.route('**/api/databases/databases?**', async route => {
    const response = await route.fetch();
    const answer = await response.json();
    await route.fulfill({ response, json: { ...answer, total: 120 } });
  });
  await enter(page, '/databases?sort=name');
  await expect(page.getByText('1–50 of 120')).toBeVisible();
  const asked = page.waitForRequest(/databases\?.*offset=50/);
  await page.getByRole('button', { name: 'Next table page' }).click();
  await asked;
  await expect(page).toHaveURL(/sort=name&offset=50/);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('does not show the databases of finance to others', async ({ page }) => {
  await enter(page, '/databases?search=invoices');
  await expect(
    page.getByText('No database matches these filters.'),
  ).toBeVisible();
  await enter(page, '/databases?search=invoices', 'Grace');
  await expect(rowOf(page, 'invoices-cnpg')).toContainText('Stale');
});

test('says when it could not be asked, and asks again', async ({ page }) => {
  const api = '**/api/databases/databases?**';
  await page.route(api, route => route.fulfill({ status: 502, body: '' }));
  await enter(page, '/databases');
  await expect(
    page.getByText('The databases could not be looked up'),
  ).toBeVisible();
  await expectAccessible(page, surface);
  await page.unroute(api);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(rowOf(page, 'landing-cnpg')).toBeVisible();
});

for (const { width, colorScheme } of [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test('the fleet can be read', async ({ page }) => {
      await enter(page, '/databases', 'Grace');
      await expect(
        page.getByRole(width < 640 ? 'link' : 'row', {
          name: /^recommendations-dev-cnpg/,
        }),
      ).toBeVisible();
      await expectAccessible(page, surface);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
      ).toBeLessThanOrEqual(width);
      await attachPicture(page, `fleet-${width}-${colorScheme}`);
    });
  });
}
