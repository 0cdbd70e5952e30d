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
import { test } from 'node:test';
import { cacheFolder } from './cacheFolder.mjs';

const cases = [
  {
    reason: 'the explicit variable wins over everything',
    environment: { BASEWELL_CACHE: '/c', XDG_CACHE_HOME: '/x' },
    platform: 'linux',
    expected: '/c',
  },
  {
    reason: 'XDG is honored on every platform that sets it',
    environment: { XDG_CACHE_HOME: '/x' },
    platform: 'darwin',
    expected: '/x/basewell',
  },
  {
    reason: 'Linux',
    environment: {},
    platform: 'linux',
    expected: '/home/ada/.cache/basewell',
  },
  {
    reason: 'macOS keeps caches apart, so that backups leave them out',
    environment: {},
    platform: 'darwin',
    expected: '/home/ada/Library/Caches/basewell',
  },
  {
    reason: 'Windows has a folder that does not roam',
    environment: { LOCALAPPDATA: 'C:\\Local' },
    platform: 'win32',
    expected: 'C:\\Local\\basewell',
  },
];

for (const { reason, environment, platform, expected } of cases) {
  test(`cacheFolder: ${reason}`, () => {
    assert.equal(cacheFolder(environment, platform, '/home/ada'), expected);
  });
}
