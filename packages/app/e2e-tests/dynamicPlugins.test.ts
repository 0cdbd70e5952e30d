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

import { expect, test } from '@playwright/test';
import { enter } from './enter';
import { startDynamicHost } from './startDynamicHost';
import { RunningPortal } from './startPortal';

let host: RunningPortal | undefined;
const at = (path: string) => `${host?.address}${path}`;

test.beforeAll(async () => {
  // Bundling compiles both plugins and installs what the backend's needs.
  test.setTimeout(600_000);
  host = await startDynamicHost();
});

test.afterAll(() => host?.stop());

test('the backend plugin answers, with its migrations and its schema', async ({
  request,
}) => {
  const guest = await request.post(at('/api/auth/guest/refresh'));
  const { token } = (await guest.json()).backstageIdentity;
  const ask = (path: string) =>
    request.get(at(`/api/databases${path}`), {
      headers: { authorization: `Bearer ${token}` },
    });

  let ids: string[] = [];
  await expect
    .poll(async () => {
      const { items } = await (await ask('/databases')).json();
      ids = items.map((item: { database: { id: string } }) => item.database.id);
      return ids.length;
    })
    .toBeGreaterThan(0);
  // Of a table that only its migrations make.
  const history = await ask(`/databases/${ids[0]}/history`);
  expect(await history.json()).toMatchObject({ items: expect.any(Array) });
  const openapi = await ask('/openapi.json');
  expect(Object.keys((await openapi.json()).paths)).toContain('/databases');
});

test('the pages come from the remote', async ({ page }) => {
  const remotes = new Set<string>();
  page.on('response', response => {
    const remote = /dynamic-features\/remotes\/(@[^/]+\/[^/]+)\/.*\.js$/.exec(
      response.url(),
    );
    if (remote && response.ok()) {
      remotes.add(remote[1]);
    }
  });
  await enter(page, at('/databases'), 'Grace');
  await page.getByRole('row', { name: /^landing-cnpg / }).click();
  await expect(
    page.getByRole('heading', { name: /^landing-cnpg / }),
  ).toBeVisible();
  expect([...remotes]).toEqual(['@basewell/plugin-databases']);
});

test('so does the tab of an entity', async ({ page }) => {
  await enter(page, at('/catalog/default/component/landing/databases'));
  await expect(
    page.getByRole('button', { name: /^landing-cnpg / }),
  ).toBeVisible();
});

test('without the remote there is no page of ours', async ({ page }) => {
  await page.route('**/.backstage/dynamic-features/remotes', route =>
    route.fulfill({ json: [] }),
  );
  await enter(page, at('/databases'));
  await expect(page.getByText(/page not found/i)).toBeVisible();
});
