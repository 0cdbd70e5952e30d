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
import { enter } from './enter';
import { expectAccessible } from './expectAccessible';

/** A component of the demo that has no database yet. */
const service = 'newsletter';

const form = 'form';
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();

test('a developer creates a database by two pull requests', async ({
  page,
}) => {
  await test.step('the tab says that there is none, and offers one', async () => {
    await enter(page, `/catalog/default/component/${service}/databases`);
    await expect(
      page.getByRole('heading', { name: /No database for/ }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Create a database' }).click();
  });

  await test.step('the service is filled in, its owner and key are known', async () => {
    await expect(page.getByRole('textbox', { name: 'App key' })).toHaveValue(
      service,
    );
    await expect(page.getByText(/Owner: group:default/)).toBeVisible();
    await expectAccessible(page, form);
    await next(page);
  });

  await test.step('an environment is chosen', async () => {
    await page.getByText('A database in dev').click();
    await expect(page.getByRole('radio', { name: /^Small/ })).toBeChecked();
    const storage = page.getByRole('textbox', { name: 'Storage in dev' });
    await storage.fill('20GB');
    await expect(page.getByText(/Write 20Gi/)).toBeVisible();
    await storage.fill('');
    await expectAccessible(page, form);
    await next(page);
  });

  await test.step('names are seen before they exist', async () => {
    await page
      .getByRole('textbox', { name: 'Reason' })
      .fill('Subscriptions need a home.');
    await page.getByRole('button', { name: /Names in dev/ }).click();
    await expect(
      page.getByText(`Left empty: ${service}-dev-cnpg`),
    ).toBeVisible();
    await expectAccessible(page, form);
    await next(page);
  });

  await test.step('both pull requests are seen before they exist', async () => {
    await expect(page.getByText('Nothing stands in the way')).toBeVisible();
    await expect(page.getByText('1. Platform repository')).toBeVisible();
    await expect(page.getByText('2. App repository')).toBeVisible();
    await page.getByRole('button', { name: /initdb-secret/ }).click();
    await expect(
      page.getByRole('region', { name: /initdb-secret/ }),
    ).toContainText('<generated, ');
    await expectAccessible(page, form);
    await page.getByRole('button', { name: 'Summary' }).click();
  });

  await test.step('the result page says what to merge first', async () => {
    await page.getByRole('button', { name: 'Open the pull requests' }).click();
    await expect(
      page.getByRole('heading', { name: 'Both pull requests are open' }),
    ).toBeVisible({ timeout: 60_000 });
    const result = page.getByRole('region', {
      name: 'Both pull requests are open',
    });
    const pulls = result.getByRole('list').first().getByRole('listitem');
    await expect(pulls.nth(0)).toContainText('Platform repository');
    await expect(pulls.nth(1)).toContainText('App repository');
    await expect(pulls.nth(1)).toContainText('Draft');
    for (const pull of await pulls.getByRole('link').all()) {
      const url = (await pull.getAttribute('href'))!;
      expect((await page.request.get(url)).ok()).toBe(true);
    }
    await expectAccessible(page, '[aria-labelledby="database-result"]');
    await result.getByRole('link', { name: `Databases of ${service}` }).click();
  });

  await test.step('the tab says whose turn it is', async () => {
    await expect(
      page.getByRole('heading', { name: `${service} in dev` }),
    ).toBeVisible();
    await expect(
      page.getByText(/The platform pull request waits for a review/),
    ).toBeVisible();
    await expectAccessible(page, '[aria-labelledby="databases-requested"]');
  });

  await test.step('nobody asks twice without being told', async () => {
    const formData = JSON.stringify({
      service: `component:default/${service}`,
    });
    await enter(
      page,
      `/create/templates/default/create-database?${new URLSearchParams({
        formData,
      })}`,
    );
    await expect(
      page.getByText('There is an open request for this service'),
    ).toBeVisible();
  });
});
