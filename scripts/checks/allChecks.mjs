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

import { packageBin } from '../toolchain/packageBin.mjs';
import { checkApiReports } from './checkApiReports.mjs';
import { checkChangesets } from './checkChangesets.mjs';
import { checkHeaders } from './checkHeaders.mjs';
import { checkLicenses } from './checkLicenses.mjs';
import { checkLockFile } from './checkLockFile.mjs';
import { checkWords } from './checkWords.mjs';
import { toolCheck } from './toolCheck.mjs';
import { typesCommand } from './typesCommand.mjs';

/** Looked up when it is needed: this file is read before anything is installed. */
function backstage(...args) {
  return [packageBin('@backstage/cli', 'backstage-cli'), ...args];
}

/**
 * Everything about this repository that can be told without running it.
 *
 * @type {readonly {
 *   name: string;
 *   what: string;
 *   run: () => Promise<readonly string[]>;
 *   after?: string;
 * }[]} each gives lines that say what is wrong; `after` names one before it that
 *   it waits for
 */
export const allChecks = [
  {
    name: 'types',
    what: 'TypeScript accepts all packages',
    // With the declarations that the API reports are made of.
    run: () => toolCheck(typesCommand()),
  },
  {
    name: 'lint',
    what: 'ESLint accepts all packages, the import matrix included',
    run: () =>
      toolCheck(
        backstage('repo', 'lint', '--max-warnings', '0', '--format', 'unix'),
      ),
  },
  {
    name: 'format',
    what: 'Prettier would change nothing',
    run: () =>
      toolCheck([packageBin('prettier'), '--check', '.', '--log-level=warn']),
  },
  {
    name: 'packages',
    what: 'every package.json says what Backstage wants to know',
    run: () => toolCheck(backstage('repo', 'fix', '--publish', '--check')),
  },
  {
    name: 'api',
    after: 'types',
    what: 'the API reports are those of the sources',
    run: checkApiReports,
  },
  {
    name: 'unused',
    what: 'knip finds no unused file, export or dependency',
    run: () =>
      toolCheck([packageBin('knip'), '--no-progress', '--no-config-hints']),
  },
  {
    name: 'headers',
    what: 'every source file begins with the license header',
    run: checkHeaders,
  },
  {
    name: 'licenses',
    what: 'what we ship on goes with Apache-2.0',
    run: checkLicenses,
  },
  {
    name: 'lockfile',
    what: 'yarn.lock names no host',
    run: checkLockFile,
  },
  {
    name: 'words',
    what: 'no registry, no machine and no unfinished work is named',
    run: checkWords,
  },
  {
    name: 'changesets',
    what: 'changesets name packages that are published',
    run: checkChangesets,
  },
];
