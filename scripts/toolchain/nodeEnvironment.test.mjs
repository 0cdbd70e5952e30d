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
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { nodeEnvironment } from './nodeEnvironment.mjs';

const prefix = mkdtempSync(join(tmpdir(), 'basewell-node-'));
const node = join(prefix, 'bin', 'node');
after(() => rmSync(prefix, { recursive: true }));

test('a foreign nodedir is dropped when this Node has no headers', () => {
  const environment = nodeEnvironment(node, { npm_config_nodedir: '/usr' });
  assert.equal('npm_config_nodedir' in environment, false);
});

test('the headers beside this Node are named', () => {
  mkdirSync(join(prefix, 'include', 'node'), { recursive: true });
  writeFileSync(join(prefix, 'include', 'node', 'node.h'), '');
  const environment = nodeEnvironment(node, { npm_config_nodedir: '/usr' });
  assert.equal(environment.npm_config_nodedir, prefix);
});

test('this Node is first on the path, once', () => {
  const bin = join(prefix, 'bin');
  const environment = nodeEnvironment(node, {
    PATH: ['/a', bin, '/b'].join(delimiter),
  });
  assert.equal(environment.PATH, [bin, '/a', '/b'].join(delimiter));
});

test('the spelling that Windows uses for the path is kept', () => {
  const environment = nodeEnvironment(node, { Path: '/a' });
  assert.deepEqual(
    Object.keys(environment).filter(key => /^path$/i.test(key)),
    ['Path'],
  );
});
