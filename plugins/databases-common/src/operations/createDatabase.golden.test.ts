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
import { readTree, root } from '../__testUtils__/canon';
import { renderPlan, writeTree } from '../__testUtils__/goldens';
import { planCase, planCases } from '../__testUtils__/planCases';
import { Tree } from '../__testUtils__/TreeSource';

/** Plans as a reviewer sees them, one folder a case. `UPDATE_GOLDENS=1` writes them anew. */
const expected = join(root, 'templates/create-database/expected');

describe.each(planCases)('the plan of $name: $reason', testCase => {
  const { name } = testCase;
  let rendered: Tree;

  beforeAll(async () => {
    const { before, plan } = await planCase(testCase);
    rendered = renderPlan(plan, before);
    if (process.env.UPDATE_GOLDENS) {
      writeTree(join(expected, name), rendered);
    }
  });

  it('is as it was reviewed', () => {
    expect(rendered).toEqual(readTree(join(expected, name)));
  });
});

it('keeps no folder without a case', () => {
  const folders = Object.keys(readTree(expected)).map(path =>
    path.replace(/\/.*/, ''),
  );
  expect([...new Set(folders)].sort()).toEqual(
    planCases.map(({ name }) => name).sort(),
  );
});
