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
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { trackedFiles } from './trackedFiles.mjs';

// In parts, because this file is read as well.
const REGISTRIES = [
  ['npmjs', '(org|com)'],
  ['yarnpkg', 'com'],
  ['npmmirror', 'com'],
  ['proxy', 'golang', 'org'],
  ['sum', 'golang', 'org'],
].map(parts => parts.join('\\.'));
const REMINDERS = [
  ['TO', 'DO'],
  ['FIX', 'ME'],
].map(parts => parts.join(''));

const RULES = [
  {
    pattern: new RegExp(`(?<![\\w-])(${REGISTRIES.join('|')})(?![\\w-])`, 'i'),
    problem: 'names a registry: where packages come from is a setting of npm',
  },
  {
    // Ada is the person of the examples.
    pattern: /(?<![\w.})*~-])\/(work|root|home\/(?!ada\b)\w+|Users)\/\w/,
    problem: 'is a path of one machine',
  },
  {
    pattern: new RegExp(`\\b(${REMINDERS.join('|')})\\b`),
    problem: 'is unfinished: do it, or open an issue',
  },
  {
    pattern: new RegExp(`@ts-${'ignore'}|@ts-${'nocheck'}`),
    problem: 'hides an error: repair the type, or use @ts-expect-error',
  },
];

/** Whether no file says what no file should say. */
export async function checkWords() {
  return trackedFiles().flatMap(path =>
    readFileSync(join(repositoryRoot, path), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        RULES.flatMap(({ pattern, problem }) => {
          const found = pattern.exec(line);
          return found
            ? [`${path}:${index + 1}: "${found[0]}" ${problem}`]
            : [];
        }),
      ),
  );
}
