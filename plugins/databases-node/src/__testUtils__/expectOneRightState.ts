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

import { branchOf, PublishScene, roles } from './PublishScene';

/**
 * Two open pull requests that link to each other, and one password.
 *
 * @param merged - pull requests of each branch that were merged before
 */
export async function expectOneRightState(
  scene: PublishScene,
  app: string,
  merged = 0,
): Promise<string> {
  const branch = branchOf(app);
  const [platform, web] = await Promise.all(
    roles.map(role => scene.standing(role, branch)),
  );
  for (const { pulls } of [platform, web]) {
    expect(pulls.map(({ state }) => state)).toEqual([
      'open',
      ...Array(merged).fill('merged'),
    ]);
  }
  expect(platform.open).toMatchObject({ draft: false });
  expect(web.open).toMatchObject({ draft: true });
  expect(platform.open!.body).toContain(web.open!.url);
  expect(web.open!.body).toContain(platform.open!.url);

  const secrets = [...(await scene.secretsOf(app)).values()];
  const password = secrets.flatMap(values => values.password ?? []);
  const uri = secrets.flatMap(values => values.DATABASE_URI ?? []);
  expect(password).toHaveLength(1);
  expect(uri).toHaveLength(1);
  expect(new URL(uri[0]).password).toBe(encodeURIComponent(password[0]));
  expect(password[0].length).toBeGreaterThanOrEqual(32);
  return password[0];
}
