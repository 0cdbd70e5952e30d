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
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { workspacePackages } from './workspacePackages.mjs';

const require = createRequire(import.meta.url);
const { ESLint } = require('eslint');
const matrix = require('../lint/importMatrix.js');

const MATRIX_RULE = /may not import this|may read with|is pure/;
const COMMON = 'plugins/databases-common';
const NODE = 'plugins/databases-node';

/** What lint has to forbid, whatever else it says about the line. */
const forbidden = [
  {
    folder: 'packages/sops',
    code: "import { readFileSync } from 'node:fs';",
    reason: 'it runs in browsers',
  },
  {
    folder: 'packages/sops',
    code: "import { InputError } from '@backstage/errors';",
    reason: 'it knows nothing of Backstage',
  },
  {
    folder: COMMON,
    code: "import { createHash } from 'node:crypto';",
    reason: 'the domain is pure',
  },
  {
    folder: COMMON,
    code: "export * from '@basewell/plugin-databases-node';",
    reason: 'the domain knows no shell, by export either',
  },
  {
    folder: COMMON,
    code: "type Plain = import('@basewell/sops').PlainTree;",
    reason: 'the domain knows no encryption, by type either',
  },
  { folder: COMMON, code: 'Date.now();', reason: 'the clock is a fact' },
  { folder: COMMON, code: 'new Date();', reason: 'the clock is a fact' },
  { folder: COMMON, code: 'Math.random();', reason: 'chance is a fact' },
  { folder: COMMON, code: "fetch('/');", reason: 'the world is a fact' },
  { folder: COMMON, code: 'process.env;', reason: 'the process is a fact' },
  {
    folder: NODE,
    code: "await import('@basewell/plugin-databases-backend');",
    reason: 'a library loads no plugin, later either',
  },
  {
    folder: 'plugins/databases-backend',
    code: "import { encrypt } from '@basewell/sops';",
    reason: 'the backend reads; only sealing writes',
  },
  {
    folder: 'plugins/databases',
    code: "import { sealPlan } from '@basewell/plugin-databases-node';",
    reason: 'a browser holds no secret',
  },
  {
    folder: 'plugins/databases',
    code: "import { decide } from '@basewell/plugin-databases-common/domain';",
    reason: 'the pages show verdicts and make none',
  },
  {
    folder: 'packages/cli',
    code: "require('@basewell/plugin-databases-node');",
    reason: 'the command line starts without Backstage',
  },
];

const allowed = [
  {
    folder: COMMON,
    code: "import { InputError } from '@backstage/errors';",
    reason: 'it is in the table',
  },
  {
    folder: COMMON,
    code: "import { toDate } from './toDate'; new Date(0);",
    reason: 'its own files, and an instant that was given',
  },
  {
    folder: 'packages/cli',
    code: "import { sealPlan } from '@basewell/plugin-databases-node/seal';",
    reason: 'this entry needs no Backstage',
  },
  {
    folder: COMMON,
    file: 'probe.test.ts',
    code: "import { readFileSync } from 'node:fs';",
    reason: 'tests are free of the matrix',
  },
];

for (const { folder, code, reason } of forbidden) {
  test(`${folder} may not: ${code} (${reason})`, async () => {
    assert.notDeepEqual(await complaints(folder, 'probe.ts', code), []);
  });
}

for (const { folder, file = 'probe.ts', code, reason } of allowed) {
  test(`${folder} may: ${code} (${reason})`, async () => {
    assert.deepEqual(await complaints(folder, file, code), []);
  });
}

test('every published package has a row', () => {
  const published = workspacePackages()
    .filter(({ manifest }) => !manifest.private)
    .map(({ manifest }) => manifest.name);
  assert.deepEqual(Object.keys(matrix).sort(), published.sort());
});

async function complaints(folder, file, code) {
  const cwd = join(repositoryRoot, folder);
  const [{ messages }] = await new ESLint({ cwd }).lintText(`${code}\n`, {
    filePath: join(cwd, 'src', file),
  });
  const broken = messages.find(({ fatal }) => fatal);
  assert.equal(broken, undefined, broken?.message);
  return messages
    .map(({ message }) => message)
    .filter(message => MATRIX_RULE.test(message));
}
