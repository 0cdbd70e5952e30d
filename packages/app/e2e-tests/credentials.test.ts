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
import { attachPicture } from './attachPicture';
import { enter } from './enter';
import { expectAccessible } from './expectAccessible';
import { surface } from './surface';

/** The page of a database of the demo, or what an anchor names in it. */
const pageOf = (database: string, anchor = '') =>
  `/databases/${encodeURIComponent(database)}${anchor && `#${database}/${anchor}`}`;

const idOf = (name: string, kubernetesCluster = 'prod-eu') =>
  `cnpg.databases.${name}-cnpg@${kubernetesCluster}`;

const lane = (page: Page) => page.getByRole('region', { name: 'Credentials' });

for (const { database, kubernetesCluster, state, source, says } of [
  {
    database: 'landing',
    state: 'In sync',
    source: 'SOPS file',
    says: 'file secrets/databases/landing-initdb-secret.yaml',
  },
  {
    database: 'subscriptions',
    state: 'Failing',
    source: 'External secret',
    says: 'Here it breaks',
  },
  {
    database: 'inventory',
    state: 'Expired',
    source: 'Vault, dynamic',
    says: 'Here it ran out',
  },
  {
    database: 'mailing',
    state: 'Weak',
    source: 'Plain Secret',
    says: 'Here it is weak',
  },
  {
    database: 'wishlist',
    state: 'Drifted',
    source: 'Two sources',
    says: 'SealedSecret databases/wishlist-initdb-secret',
  },
  {
    database: 'recommendations-dev',
    kubernetesCluster: 'dev-eu',
    state: 'Pending',
    source: 'Sealed secret',
    says: 'Here it waits',
  },
  {
    database: 'products',
    state: 'In sync',
    source: 'Made by the operator',
    says: 'Secret databases/products-cnpg-app',
  },
  {
    database: 'rewards',
    state: 'Unknown',
    source: 'Source not known',
    says: 'Secret databases/rewards-initdb-secret',
  },
]) {
  test(`${database}: ${state}, ${source}`, async ({ page }) => {
    await enter(page, pageOf(idOf(database, kubernetesCluster)), 'Grace');
    await expect(lane(page)).toContainText(state, { timeout: 60_000 });
    await expect(lane(page)).toContainText(source);
    await expect(lane(page)).toContainText(says);
  });
}

test('a value that lies open in git is in no page and no answer', async ({
  page,
}) => {
  const value = 'TEST-ONLY-not-a-password';
  const answers: Promise<string>[] = [];
  page.on('response', response => {
    if (response.url().includes('/api/databases/')) {
      answers.push(response.text().catch(() => ''));
    }
  });
  await enter(page, pageOf(idOf('mailing')), 'Grace');
  await expect(lane(page)).toContainText('Weak', { timeout: 60_000 });
  const told = [await page.content(), ...(await Promise.all(answers))].join();
  expect(told).toContain('mailing-initdb-secret');
  expect(told).not.toContain(value);
  expect(told).not.toContain(Buffer.from(value).toString('base64'));
});

test('a link leads to the hop at which a value got lost', async ({ page }) => {
  const id = idOf('subscriptions');
  await enter(page, pageOf(id), 'Grace');
  const link = lane(page).getByRole('link', { name: /^Link to this hop/ });
  const address = await link.getAttribute('href', { timeout: 60_000 });
  await link.click();
  const hop = page.locator(`[id="${address!.slice(1)}"]`);
  await expect(hop).toBeFocused();
  await expect(hop).toContainText('Here it breaks');
  const evidence = hop.locator('summary');
  await page.keyboard.press('Tab');
  for (let presses = 0; presses < 3; presses += 1) {
    if (await evidence.evaluate(node => node === document.activeElement)) {
      break;
    }
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(hop.getByRole('table')).toBeVisible();
});

for (const { width, colorScheme } of [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test('chains can be read', async ({ page }) => {
      for (const name of ['checkout', 'wishlist']) {
        await enter(page, pageOf(idOf(name)));
        await expect(lane(page)).toContainText('Drifted', { timeout: 60_000 });
        await expectAccessible(page, surface);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
        ).toBeLessThanOrEqual(width);
        await attachPicture(
          page,
          `credentials-${name}-${width}-${colorScheme}`,
        );
      }
    });
  });
}

test('the workload that started before the last change is named', async ({
  page,
}) => {
  await enter(page, pageOf(idOf('checkout')));
  await expect(
    lane(page).getByRole('row', { name: /^Deployment web-checkout-prod\/web/ }),
  ).toContainText('Started before the last change');
  await expect(
    lane(page).getByRole('row', {
      name: /^Deployment web-checkout-prod\/worker/,
    }),
  ).toContainText('Started after the last change');
});
