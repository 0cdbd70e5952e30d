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

import { APIRequestContext, expect, Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachPicture } from './attachPicture';
import { enter } from './enter';
import { expectAccessible } from './expectAccessible';
import { RunningPortal, startPortal } from './startPortal';
import { surface } from './surface';

interface Expected {
  readonly databases: Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  readonly rows: readonly {
    readonly id: string;
    readonly shows?: readonly {
      readonly database: string;
      readonly lane: string;
      readonly state?: string;
      readonly source?: string;
      readonly rule?: string;
    }[];
  }[];
}

const folder = join(__dirname, '../../../examples/estates');

/** What a person of the platform team is answered. */
async function readDatabases(
  request: APIRequestContext,
  address: string,
): Promise<any[]> {
  const session = await request.get(
    `${address}/api/auth/demo-platform/refresh`,
    { headers: { 'x-requested-with': 'XMLHttpRequest' } },
  );
  const { token } = (await session.json()).backstageIdentity;
  const ask = async (path: string) => {
    const answer = await request.get(`${address}/api/databases${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return await answer.json();
  };
  const { items } = await ask('/databases?limit=200');
  return await Promise.all(
    items.map(async ({ database }: any) => {
      const { item } = await ask(
        `/databases/${encodeURIComponent(database.id)}`,
      );
      return item;
    }),
  );
}

const statesOf = (items: readonly any[]) =>
  Object.fromEntries(
    items.map(({ database, lanes }) => [
      database.id,
      Object.fromEntries(
        Object.entries<any>(lanes).map(([lane, { state }]) => [lane, state]),
      ),
    ]),
  );

/** The line of a database, which opens it. */
const line = (page: Page, database: string) =>
  page.getByRole('button', { name: new RegExp(`^${database} `) });

const scenes: readonly {
  readonly estate: string;
  readonly service: string;
  readonly opens: string;
  readonly says: string;
  readonly plans?: string;
}[] = [
  {
    estate: 'layered-vault',
    service: 'web-api',
    opens: 'redis',
    says: 'Production runs in one pod',
  },
  {
    estate: 'layered-dual',
    service: 'ledger',
    opens: 'postgresql',
    says: 'is kept twice',
    plans: 'Planned: redis, neo4j, clickhouse',
  },
  {
    estate: 'shared-cluster',
    service: 'temporal',
    opens: 'temporal_visibility',
    says: 'is one of several in the CNPG cluster postgres',
  },
  {
    estate: 'per-service',
    service: 'auth',
    opens: 'auth-db-postgresql',
    says: 'pods that are ready are not replication',
  },
  {
    estate: 'platform-and-app',
    service: 'landing',
    opens: 'landing-cnpg',
    says: 'A restore was proven',
  },
];

for (const scene of scenes) {
  test.describe(`the estate ${scene.estate}`, () => describeEstate(scene));
}

function describeEstate({
  estate,
  service,
  opens,
  says,
  plans,
}: (typeof scenes)[number]) {
  let portal: RunningPortal | undefined;
  const at = (path: string) => `${portal?.address}${path}`;
  const expected: Expected = JSON.parse(
    readFileSync(join(folder, estate, 'expected.json'), 'utf8'),
  );

  test.beforeAll(async () => {
    // Where the sources have changed since, the app is built again.
    test.setTimeout(600_000);
    portal = await startPortal(
      'scripts/start.mjs',
      ...['--estate', estate, '--reset'],
    );
  });
  test.afterAll(() => portal?.stop());

  test('is judged as its file says, with repositories and Vault', async ({
    request,
  }) => {
    await expect
      .poll(async () => statesOf(await readDatabases(request, at(''))), {
        timeout: 60_000,
      })
      .toEqual(expected.databases);
    const items = await readDatabases(request, at(''));
    for (const { id, shows = [] } of expected.rows) {
      for (const { database, lane, state, source, rule } of shows) {
        const verdict = items.find(item => item.database.id === database)
          ?.lanes[lane];
        expect({ id, ...verdict }).toMatchObject({
          id,
          ...(state && { state }),
          ...(source && { source }),
          ...(rule && {
            findings: expect.arrayContaining([
              expect.objectContaining({ rule }),
            ]),
          }),
        });
      }
    }
  });

  test(`the tab of ${service} says how its databases are`, async ({ page }) => {
    await enter(
      page,
      at(`/catalog/default/component/${service}/databases`),
      'Grace',
    );
    const button = line(page, opens);
    await expect(button).toBeVisible();
    if (plans) {
      await expect(page.getByText(plans)).toBeVisible();
    }
    if ((await button.getAttribute('aria-expanded')) === 'false') {
      await button.click();
    }
    await expect(page.getByText(says).first()).toBeVisible();
    // Only CloudNativePG has that.
    if (!Object.keys(expected.databases).some(id => id.startsWith('cnpg.'))) {
      await expect(page.getByText('kubectl cnpg')).toHaveCount(0);
    }
    await expectAccessible(page, surface);
    await attachPicture(page, `estate-${estate}`);
  });

  if (estate !== 'per-service') {
    return;
  }
  for (const { width, colorScheme } of [
    { width: 1280, colorScheme: 'dark' },
    { width: 360, colorScheme: 'light' },
    { width: 360, colorScheme: 'dark' },
  ] as const) {
    test.describe(`at ${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme });

      test('its fleet and a tab can be read', async ({ page }) => {
        for (const [name, path] of [
          ['fleet', '/databases'],
          ['tab', '/catalog/default/component/auth/databases'],
        ]) {
          await enter(page, at(path), 'Grace');
          await expect(
            page.getByText('auth-db-postgresql').first(),
          ).toBeVisible();
          await expectAccessible(page, surface);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
          ).toBeLessThanOrEqual(width);
          await attachPicture(page, `estate-${name}-${width}-${colorScheme}`);
        }
      });
    });
  }
}
