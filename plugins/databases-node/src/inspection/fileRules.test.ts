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

import {
  evaluateFiles,
  FileExample,
  FileRule,
  fileRules,
  InspectedTree,
  InspectedVersion,
  versionOf,
} from '@basewell/plugin-databases-common/domain';
import { inspectFiles } from './inspectFiles';

const options = { now: '2026-11-21T12:00:00Z', rotationDays: 90 };

async function inspectExample({
  files,
  history = {},
}: FileExample): Promise<InspectedTree> {
  const versions = new Map<string, InspectedVersion[]>();
  for (const [path, texts] of Object.entries(history)) {
    const read = texts.map(async (text, index) => {
      const earlier = await inspectFiles(new Map([[path, text]]));
      const at = `2026-${String(10 - index).padStart(2, '0')}-01T00:00:00Z`;
      return versionOf(earlier.files[0], { commit: `${index}`.repeat(40), at });
    });
    versions.set(path, await Promise.all(read));
  }
  return inspectFiles(new Map(Object.entries(files)), { history: versions });
}

function ask(rule: FileRule, tree: InspectedTree) {
  return evaluateFiles([rule], tree, { ...options, stage: rule.stages[0] });
}

it('gives every rule an id of its own', () => {
  const ids = fileRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(fileRules.map(rule => ({ id: rule.id, rule })))(
  '$id',
  ({ id, rule }) => {
    const { good, bad } = rule.examples;

    it('has an id that fits into a URL, and a stage', () => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.stages.length).toBeGreaterThan(0);
    });

    it(`passes its good example: ${good.reason}`, async () => {
      expect(ask(rule, await inspectExample(good))).toEqual([]);
    });

    it('finds nothing in the good examples of the others', async () => {
      for (const other of fileRules) {
        const tree = await inspectExample(other.examples.good);
        expect({ other: other.id, found: ask(rule, tree) }).toEqual({
          other: other.id,
          found: [],
        });
      }
    });

    it(`fails its bad example: ${bad.reason}`, async () => {
      const found = ask(rule, await inspectExample(bad));
      expect(found).not.toEqual([]);
      for (const { summary, remedy, message, place } of found) {
        // Every parameter is supplied, and the message exists.
        expect(`${summary} ${remedy}`).not.toMatch(/\{\w+\}/);
        expect(summary).not.toBe(message);
        expect(bad.files).toHaveProperty([place.path]);
        expect(bad.files[place.path].split('\n').length).toBeGreaterThan(
          place.line - 1,
        );
      }
    });

    it('is not touched by the bad examples of the others', async () => {
      for (const other of fileRules.filter(candidate => candidate !== rule)) {
        const tree = await inspectExample(other.examples.bad);
        expect({ other: other.id, found: ask(rule, tree) }).toEqual({
          other: other.id,
          found: [],
        });
      }
    });

    it('does not change what it looks at', async () => {
      const tree = await inspectExample(bad);
      const before = JSON.stringify(tree);
      ask(rule, tree);
      expect(JSON.stringify(tree)).toBe(before);
    });
  },
);
