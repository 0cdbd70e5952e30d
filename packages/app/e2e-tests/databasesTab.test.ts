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

/** The tab of a service of the demo, or what an anchor names in it. */
const tabOf = (service: string, anchor = '') =>
  `/catalog/default/component/${service}/databases${anchor && `#${anchor}`}`;

const accounts = 'cnpg.databases.accounts-cnpg@prod-eu';

/** The line of a database, which opens it. */
const line = (page: Page, database: string) =>
  page.getByRole('button', { name: new RegExp(`^${database} `) });

/** Presses Tab until something is focused. */
async function tabTo(page: Page, what: ReturnType<Page['locator']>) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await what.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not lead there');
}

test.describe('the tab says in words how each database is', () => {
  for (const { reason, service, database, words, says } of [
    {
      reason: 'its primary is fenced',
      service: 'accounts',
      database: 'accounts-cnpg',
      words:
        'Health Failed Credentials In sync External secret Backups Fresh Delivery Not judged',
      says: /The primary accounts-cnpg-1 is fenced/,
    },
    {
      reason: 'no backup ever succeeded',
      service: 'rewards',
      database: 'rewards-cnpg',
      words:
        'Health Healthy Credentials Unknown Source not known Backups Never Delivery Not judged',
      says: /No backup has ever succeeded/,
    },
    {
      reason: 'its operator says something new',
      service: 'workflows',
      database: 'workflows-dev-cnpg',
      words:
        'Health Unknown Credentials In sync External secret Backups None Delivery Not judged',
      says: /this version of the portal does not know what that means/,
    },
    {
      reason: 'it sleeps',
      service: 'dashboards',
      database: 'dashboards-dev-cnpg',
      words:
        'Health Hibernated Credentials In sync Vault Backups None Delivery Not judged',
      says: /hibernates: somebody stopped it on purpose/,
    },
    {
      reason: 'Argo CD brings something else than what runs',
      service: 'content-hub',
      database: 'content-hub-cnpg',
      words:
        'Health Healthy Credentials In sync SOPS file Backups Fresh Delivery Out of sync',
      says: /is not what git declares/,
    },
    {
      reason: 'all is well',
      service: 'landing',
      database: 'landing-cnpg',
      words:
        'Health Healthy Credentials In sync SOPS file Backups Fresh Delivery Synced',
      says: /2 of 2 instances are ready/,
    },
  ]) {
    test(`${service}: ${reason}`, async ({ page }) => {
      await enter(page, tabOf(service));
      const button = line(page, database);
      await expect(button).toContainText(words);
      if ((await button.getAttribute('aria-expanded')) === 'false') {
        await button.click();
      }
      await expect(
        page
          .getByRole('region', { name: /^(Health|Backups|Delivery)$/ })
          .getByText(says)
          .first(),
      ).toBeVisible();
      // A color says the same as the word, and what is not known has none.
      for (const badge of await page.locator('[data-look]').all()) {
        const good = /^(Healthy|In sync|Fresh|Synced)$/;
        const look = await badge.getAttribute('data-look');
        const word = await badge.innerText();
        expect({ word, good: look === 'good' }).toEqual({
          word,
          good: good.test(word.trim()),
        });
      }
      await expectAccessible(page, surface);
    });
  }
});

test('a database is opened, and its evidence seen, by the keyboard alone', async ({
  page,
}) => {
  await enter(page, tabOf('accounts'));
  const button = line(page, 'accounts-cnpg');
  await expect(button).toBeVisible();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const finding = page.getByRole('listitem').filter({
    hasText: 'The primary accounts-cnpg-1 is fenced',
  });
  await expect(finding).toBeVisible();
  await tabTo(page, finding.locator('summary'));
  await page.keyboard.press('Enter');
  await expect(
    finding.getByText('metadata.annotations[cnpg.io/fencedInstances]'),
  ).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
});

test('a link leads to a finding, whose evidence is one click away', async ({
  page,
}) => {
  await enter(page, tabOf('accounts', `${accounts}/cnpg-fencing`));
  const finding = page.locator(`[id="${accounts}/cnpg-fencing"]`);
  await expect(finding).toBeFocused();
  await expect(finding).toBeInViewport();
  await expect(
    finding.getByText('metadata.annotations[cnpg.io/fencedInstances]'),
  ).toBeHidden();
  await finding.getByText('Evidence (1)').click();
  await expect(
    finding.getByText('metadata.annotations[cnpg.io/fencedInstances]'),
  ).toBeVisible();
});

test('a command is copied, and run by nobody', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enter(page, tabOf('accounts', accounts));
  const finding = page.locator(`[id="${accounts}/cnpg-fencing"]`);
  await finding.getByRole('button', { name: 'Copy the command' }).click();
  await expect(finding.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'kubectl cnpg fencing off accounts-cnpg accounts-cnpg-1 -n databases',
  );
});

test('names the Kubernetes cluster that cannot be seen', async ({ page }) => {
  await enter(page, tabOf('rewards'));
  await expect(page.getByText('Not everything can be seen')).toBeVisible();
  await expect(
    page.getByText(/Kubernetes cluster legacy: .*cannot reach the API server/),
  ).toBeVisible();
});

test('claims nothing about databases that a person may not see', async ({
  page,
}) => {
  await enter(page, tabOf('payments'));
  await expect(
    page.getByText(/Found none that you may see in what could be asked/),
  ).toBeVisible();
  // What could not be reached was not searched.
  await expect(
    page.getByText('searched completely: dev-eu, prod-eu.'),
  ).toBeVisible();
  await expectAccessible(page, surface);
  await attachPicture(page, 'forbidden');

  await enter(page, '/databases/cnpg.databases.payments-cnpg%40prod-eu');
  await expect(page.getByText('No such database')).toBeVisible();

  await enter(page, tabOf('payments'), 'Grace');
  await expect(line(page, 'payments-cnpg')).toContainText('Health Degraded');
  await expect(line(page, 'payments-dev-cnpg')).toContainText('Health Unknown');
});

test('what is only last known is neither good nor bad, and comes back by itself', async ({
  page,
}) => {
  await enter(page, tabOf('landing'));
  await expect(line(page, 'landing-cnpg')).toContainText('Health Healthy');
  const api = '**/api/databases/entities/**';
  await page.route(api, route => route.abort());
  const lookAgain = () =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await lookAgain();
  await expect(page.getByText(/^Last known at /).first()).toBeVisible();
  await expect(line(page, 'landing-cnpg')).toContainText(
    'Healthy (last known)',
  );
  await expect(page.locator('[data-look="good"]')).toHaveCount(0);
  await expectAccessible(page, surface);
  await attachPicture(page, 'stale');

  await page.unroute(api);
  await lookAgain();
  await expect(page.locator('[data-look="good"]').first()).toBeVisible();
  await expect(page.getByText(/^Last known at /)).toHaveCount(0);
});

for (const { width, colorScheme } of [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test('everything about a database can be read', async ({ page }) => {
      await enter(page, tabOf('accounts', accounts));
      await expect(
        page.getByText(/The primary accounts-cnpg-1 is fenced/).first(),
      ).toBeVisible();
      await expectAccessible(page, surface);
      // Nothing sticks out to the right.
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
      ).toBeLessThanOrEqual(width);
      await attachPicture(page, `accounts-${width}-${colorScheme}`);

      await enter(page, '/databases/cnpg.databases.landing-cnpg%40prod-eu');
      await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
      await expectAccessible(page, surface);
      await attachPicture(page, `landing-${width}-${colorScheme}`);
    });
  });
}
