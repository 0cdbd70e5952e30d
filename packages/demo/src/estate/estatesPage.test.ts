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

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  estatesFolder,
  ExpectedEstate,
  ExpectedRow,
  ExpectedSight,
  readExpectedEstates,
} from '../__testUtils__/expectedEstates';

const PAGE = join(estatesFolder, '../../docs/explanation/estates.md');
const generated = 'generated: UPDATE_GOLDENS=1 npm test unit -- estatesPage';
/** These hold what the examples say to what is judged: objects, and a portal. */
const JUDGED = 'packages/demo/src/estate/estates.test.ts';
const SEEN = 'packages/app/e2e-tests/estates.test.ts';

it('lists on a page everything that the estates say', () => {
  const before = readFileSync(PAGE, 'utf8');
  const mark = `<!-- ${generated} -->`;
  const start = before.indexOf(mark) + mark.length;
  const end = before.indexOf('<!-- /generated -->');
  expect([before.includes(mark), end > 0]).toEqual([true, true]);
  const tables = readExpectedEstates().map(estateSection).join('\n\n');
  const expected = `${before.slice(0, start)}\n\n${tables}\n\n${before.slice(end)}`;
  if (process.env.UPDATE_GOLDENS) {
    writeFileSync(PAGE, expected);
  }
  expect(readFileSync(PAGE, 'utf8')).toBe(expected);
});

function estateSection(estate: ExpectedEstate): string {
  const { name, title, about, rows } = estate;
  return [
    `## ${title}`,
    '',
    `[examples/estates/${name}](../../examples/estates/${name}): ${about}`,
    '',
    '| | What is there, or done there | Basewell | How | Shown by |',
    '|---|---|---|---|---|',
    ...rows.map(
      row =>
        `| ${row.id} | ${row.feature} | ${row.does.join(', ')} | ${row.how} | ${shownBy(row, estate)} |`,
    ),
  ].join('\n');
}

function shownBy(
  { shows = [], tests = [] }: ExpectedRow,
  { kubernetesAlone = {} }: ExpectedEstate,
): string {
  const needsMore = ({ database, lane }: ExpectedSight) =>
    kubernetesAlone[database]?.[lane] !== undefined;
  const sights = (found: readonly ExpectedSight[], test: string) =>
    found.length
      ? [`${found.map(sightWords).join('; ')} (${linkTo(test)})`]
      : [];
  return [
    ...sights(
      shows.filter(sight => !needsMore(sight)),
      JUDGED,
    ),
    ...sights(shows.filter(needsMore), SEEN),
    ...tests.map(linkTo),
  ].join('; ');
}

function sightWords({ database, lane, state, source, rule }: ExpectedSight) {
  const name = database.slice(database.indexOf('.') + 1, database.indexOf('@'));
  const words = [state, source && `from ${source}`, rule && `rule \`${rule}\``];
  return `\`${name}\` ${lane} ${words.filter(Boolean).join(', ')}`;
}

function linkTo(path: string): string {
  return `[${path.split('/').at(-1)}](../../${path})`;
}
