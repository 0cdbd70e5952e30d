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

import { join } from 'node:path';
import { planOver, readTree } from '../__testUtils__/canon';
import { renderPlan, writeTree } from '../__testUtils__/goldens';
import { housesFolder, readHouses } from '../__testUtils__/houses';
import { runHouseChecks } from '../__testUtils__/houseChecks';
import { mergePlan, Tree } from '../__testUtils__/TreeSource';
import { Plan, RepositoryRole } from '../model';

/** Pull requests in houses of every kind. `UPDATE_GOLDENS=1` writes them anew. */
describe.each(readHouses())('$name: $about', house => {
  let plan: Plan;
  let rendered: Tree;

  beforeAll(async () => {
    ({ plan } = await planOver(house.trees, house.request, house.target));
    rendered = renderPlan(plan, house.trees);
    if (process.env.UPDATE_GOLDENS) {
      writeTree(join(housesFolder, house.name, 'expected'), rendered);
    }
  });

  it('passes its own checks before anybody asks for anything', async () => {
    const all = {
      platform: Object.keys(house.trees.platform),
      app: Object.keys(house.trees.app),
    };
    expect(await runHouseChecks(house.checks, house.trees, all)).toEqual([]);
  });

  it('gets the pull requests that were reviewed', () => {
    expect(rendered).toEqual(
      readTree(join(housesFolder, house.name, 'expected')),
    );
  });

  it('can merge them: nothing stops, and nothing else is left to do by hand', () => {
    expect(
      plan.findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    const { byHand = [] } = house;
    expect(
      plan.notes.filter(
        ({ kind, text }) =>
          kind === 'todo' && !byHand.some(words => text.includes(words)),
      ),
    ).toEqual([]);
  });

  it('passes its own checks afterwards', async () => {
    const touched = (role: RepositoryRole) =>
      plan.files
        .filter(
          ({ repository, change }) => repository === role && change !== 'none',
        )
        .map(({ path }) => path);
    expect(
      await runHouseChecks(house.checks, mergePlan(plan, house.trees), {
        platform: touched('platform'),
        app: touched('app'),
      }),
    ).toEqual([]);
  });

  it('names files of the house for what it does as the house does', () => {
    const stated = plan.conventions.filter(({ from }) => from === 'files');
    expect(stated.length).toBeGreaterThan(0);
    for (const { repository, evidence } of stated) {
      expect(Object.keys(house.trees[repository])).toEqual(
        expect.arrayContaining([...evidence]),
      );
      expect(evidence.length).toBeGreaterThan(0);
    }
  });
});
