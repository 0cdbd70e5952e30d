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

import { likelyFiles } from './likelyFiles';

it.each([
  { path: 'apps/shop.yaml', likely: true, reason: 'a manifest' },
  { path: 'apps/shop.yml', likely: true, reason: 'a shorter ending' },
  { path: '.sops.yaml', likely: true, reason: 'rules of secrets' },
  { path: '.github/CODEOWNERS', likely: true, reason: 'owners' },
  { path: 'CODEOWNERS', likely: true, reason: 'owners in the root' },
  { path: 'docs/MYCODEOWNERS', likely: false, reason: 'another name' },
  { path: 'src/main.ts', likely: false, reason: 'code' },
  { path: 'yaml/picture.png', likely: false, reason: 'no manifest' },
])('$path: $likely ($reason)', ({ path, likely }) => {
  expect(likelyFiles([path])).toEqual(likely ? [path] : []);
});

it.each([
  { count: 90, read: 90, reason: 'a small repository' },
  { count: 91, read: 0, reason: 'a large one' },
])('reads $read of $count: $reason', ({ count, read }) => {
  const paths = Array.from({ length: count }, (_, index) => `${index}.yaml`);
  expect(likelyFiles(['a.ts', ...paths])).toHaveLength(read);
});
