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

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { installStamp } from './installStamp.mjs';

const root = mkdtempSync(join(tmpdir(), 'basewell-stamp-'));
after(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, 'plugins', 'one'), { recursive: true });
writeFileSync(
  join(root, 'package.json'),
  JSON.stringify({ workspaces: ['packages/*', 'plugins/*'] }),
);
writeFileSync(join(root, 'yarn.lock'), 'a');
writeFileSync(join(root, 'plugins', 'one', 'package.json'), '{}');

const changes = [
  { reason: 'the lock file', path: 'yarn.lock' },
  { reason: "a package's dependencies", path: 'plugins/one/package.json' },
  { reason: "Yarn's settings appear", path: '.yarnrc.yml' },
];

for (const { reason, path } of changes) {
  test(`the stamp changes with ${reason}`, () => {
    const before = installStamp(root);
    writeFileSync(join(root, path), '{"changed": true}');
    assert.notEqual(installStamp(root), before);
  });
}

test('a source file does not change the stamp', () => {
  const before = installStamp(root);
  writeFileSync(join(root, 'plugins', 'one', 'index.ts'), 'export {}');
  assert.equal(installStamp(root), before);
});
