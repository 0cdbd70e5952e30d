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

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageBin } from '../toolchain/packageBin.mjs';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { toolCheck } from './toolCheck.mjs';
import { workspacePackages } from './workspacePackages.mjs';

const REMEDY =
  'When the change is meant, write the reports again: npm run api-reports';

/**
 * Whether the API reports (`report.api.md`) of the published libraries are
 * those of the sources. Reads the declarations that the check of types wrote.
 */
export async function checkApiReports() {
  const problems = await toolCheck([...apiReportsCommand(), '--ci']);
  return problems.length > 0 ? [...problems, '', REMEDY] : [];
}

/**
 * The command that makes the reports, for Node.
 *
 * @returns {readonly string[]}
 */
export function apiReportsCommand() {
  const libraries = workspacePackages().filter(
    ({ folder, manifest }) =>
      !manifest.private &&
      manifest.backstage.role !== 'cli' &&
      existsSync(join(repositoryRoot, folder, 'src', 'index.ts')),
  );
  return [
    packageBin('@backstage/repo-tools', 'backstage-repo-tools'),
    'api-reports',
    // Most members say by their name what they are; and in a workspace a type
    // of a neighbor comes from its sources.
    ...['--omit-messages', 'ae-undocumented,ae-wrong-input-file-type'],
    ...libraries.map(({ folder }) => folder),
  ];
}
