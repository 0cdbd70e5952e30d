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

import { defaultTargetOptions } from '../layouts';
import { FileChange } from '../model';
import { requestBranch, requestBranches } from './requestBranch';

const { environments } = defaultTargetOptions;

const file = (environment: string | undefined, change: FileChange) => ({
  environment,
  change,
});

describe('requestBranch', () => {
  it.each<{
    reason: string;
    asked: readonly string[];
    standing: readonly string[];
    files: readonly ReturnType<typeof file>[];
    branch: string;
  }>([
    {
      reason: 'nothing stands yet',
      asked: ['dev', 'prod'],
      standing: [],
      files: [file('dev', 'create'), file('prod', 'create')],
      branch: 'databases/shop/create',
    },
    {
      reason: 'dev was merged, prod is new',
      asked: ['dev', 'prod'],
      standing: ['dev'],
      files: [file('dev', 'none'), file('prod', 'create')],
      branch: 'databases/shop/create-prod',
    },
    {
      reason: 'prod alone is asked for, dev stands',
      asked: ['prod'],
      standing: ['dev'],
      files: [file('prod', 'create'), file(undefined, 'edit')],
      branch: 'databases/shop/create-prod',
    },
    {
      reason: 'two are new beside one that stands',
      asked: ['stage', 'prod'],
      standing: ['dev'],
      files: [file('stage', 'create'), file('prod', 'create')],
      branch: 'databases/shop/create-prod',
    },
    {
      reason: 'all is merged',
      asked: ['dev', 'prod'],
      standing: ['dev', 'prod'],
      files: [file('dev', 'none'), file('prod', 'none')],
      branch: 'databases/shop/create',
    },
    {
      reason: 'only the platform was merged: the app side is still the first',
      asked: ['dev'],
      standing: ['dev'],
      files: [file('dev', 'none'), file('dev', 'create')],
      branch: 'databases/shop/create',
    },
  ])('is $branch: $reason', ({ asked, standing, files, branch }) => {
    const wanted = asked
      .map(name => environments.find(other => other.name === name)!)
      .reverse();
    expect(requestBranch('shop', wanted, standing, files)).toBe(branch);
    expect(requestBranches('shop', environments)).toContain(branch);
  });
});
