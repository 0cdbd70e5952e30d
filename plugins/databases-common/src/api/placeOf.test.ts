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

import { placeOf } from './placeOf';

describe('placeOf', () => {
  it.each([
    ['prod', { origin: 'kubernetes', name: 'prod' }],
    ['*', { origin: 'kubernetes', name: '*' }],
    ['vault:main', { origin: 'vault', name: 'main' }],
    ['prometheus:prod', { origin: 'metrics', name: 'prod' }],
    [
      'git:git.example.org/platform/infra',
      { origin: 'git', name: 'git.example.org/platform/infra' },
    ],
    [
      'arn:aws:eks:eu-west-1:1:cluster/vault',
      { origin: 'kubernetes', name: 'arn:aws:eks:eu-west-1:1:cluster/vault' },
    ],
  ])('of %s', (text, place) => {
    expect(placeOf(text)).toEqual(place);
  });
});
