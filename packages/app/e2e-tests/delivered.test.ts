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

/** A component of the demo that has no database yet. */
const service = 'loyalty';

/** Asks for a database in production as Grace, who may; gives the addresses of the pull requests, platform first. */
async function request(page: Page): Promise<readonly string[]> {
  const guest = await page.request.post('/api/auth/demo-platform/refresh');
  const { token } = (await guest.json()).backstageIdentity;
  const headers = { authorization: `Bearer ${token}` };
  const tasks = '/api/scaffolder/v2/tasks';
  const task = await page.request.post(tasks, {
    headers,
    data: {
      templateRef: 'template:default/create-database',
      values: {
        service: `component:default/${service}`,
        target: 'storefront',
        name: service,
        version: '17',
        environments: [{ name: 'prod', size: 'small' }],
        review: { production: true },
      },
    },
  });
  const { id } = await task.json();
  const outcome = async () => {
    const answer = await page.request.get(`${tasks}/${id}/events`, { headers });
    const events: any[] = await answer.json();
    return events.find(({ type }) => type === 'completion')?.body;
  };
  await expect.poll(outcome, { timeout: 60_000 }).toBeTruthy();
  const { output } = await outcome();
  return output.pullRequests.map(({ url }: { url: string }) => url);
}

test('a database that was merged comes up, makes its first backup, and lets its app in', async ({
  page,
}) => {
  test.slow();
  const [platform, app] = await request(page);
  await page.goto(platform);
  await page.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByRole('button', { name: 'Merge' })).toHaveCount(0);

  await enter(page, `/catalog/default/component/${service}/databases`, 'Grace');
  const line = page.getByRole('button', { name: /^loyalty-cnpg / });
  // The page changes by itself.
  await expect(line).toContainText(/Health Healthy .*Backups Fresh/, {
    timeout: 110_000,
  });
  await attachPicture(page, 'delivered');

  await page.getByRole('link', { name: 'Page of this database' }).click();
  const history = page.getByRole('list', { name: 'History' });
  // It comes up in seconds: whether that was seen on the way is not certain.
  for (const change of [/Health.*Healthy/, /Backups.*Fresh/]) {
    await expect(
      history.getByRole('listitem').filter({ hasText: change }).first(),
    ).toBeVisible();
  }

  const status = page.getByRole('listitem').filter({
    hasText: 'databases/order',
  });
  await expect(async () => {
    await page.goto(app);
    await expect(status).toContainText(/^\s*success/, { timeout: 1000 });
    await expect(page.getByRole('button', { name: 'Merge' })).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 120_000, intervals: [3000] });
  await attachPicture(page, 'app-may-be-merged');

  await enter(page, '/databases/requests', 'Grace');
  const steps = page
    .getByRole('list', { name: 'What it waits for, in order' })
    .filter({ hasText: 'Everything that the app needs is there' });
  await expect(steps.first()).toContainText(/Database healthy · prod\s*Done/);
  await attachPicture(page, 'requests');
});
