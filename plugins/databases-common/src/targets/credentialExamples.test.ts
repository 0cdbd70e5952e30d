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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformAndApp } from '../layouts';
import { readYaml } from '../yaml';
import { parseTarget } from './parseTarget';

const page = join(
  __dirname,
  '../../../../docs/how-to/credentials-from-vault.md',
);

/** Every block of the page that configures a target. */
const examples = [
  ...readFileSync(page, 'utf8').matchAll(/```yaml\n(databases:[^]*?)```/g),
].map(([, text]) => readYaml(text)[0] as { databases: { targets: unknown[] } });

it('documents every source that a target can have besides SOPS', () => {
  const targets = examples.flatMap(({ databases }) =>
    databases.targets.map(target =>
      parseTarget(target, 'databases.targets[0]', [platformAndApp]),
    ),
  );
  expect(targets.map(({ options }) => options.credentials.source)).toEqual([
    'vault-static',
    'external-secret',
    'operator-generated',
  ]);
});
