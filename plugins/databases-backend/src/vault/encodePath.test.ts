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

import { encodePath } from './encodePath';

describe('encodePath', () => {
  it.each([
    ['apps/shop', 'apps/shop'],
    ['apps/shop@dev/db_1.main-2', 'apps/shop%40dev/db_1.main-2'],
    ['...', '...'],
  ])('encodes %s', (path, encoded) => {
    expect(encodePath(path)).toBe(encoded);
  });

  it.each([
    '../data/shop',
    'apps/./shop',
    'apps//shop',
    '/apps',
    'apps/',
    '',
    'apps/%2e%2e/x',
    'apps/shop?version=1',
    'apps/shop#x',
    'apps/sh op',
    'apps\\shop',
    'приложения/shop',
  ])('refuses %j', path => {
    expect(() => encodePath(path)).toThrow(JSON.stringify(path));
  });
});
