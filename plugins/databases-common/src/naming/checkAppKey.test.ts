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

import fc from 'fast-check';
import { checkAppKey } from './checkAppKey';

const environments = ['dev', 'stage', 'prod'];

describe('checkAppKey', () => {
  it.each([
    { app: 'shop', reason: 'a word' },
    { app: 'a', reason: 'one letter' },
    { app: 'shop-2', reason: 'digits may follow' },
    { app: 'devshop', reason: 'an environment inside is no suffix' },
    { app: 'dev', reason: 'an environment alone is no suffix' },
    { app: 'a'.repeat(63), reason: 'the longest label' },
  ])('takes $app: $reason', ({ app }) => {
    expect(checkAppKey(app, environments)).toEqual([]);
  });

  it.each([
    { app: '1c', reason: 'a digit first', alternative: 'app-1c' },
    { app: 'Shop', reason: 'an upper-case letter', alternative: 'shop' },
    { app: 'shop_eu', reason: 'an underscore', alternative: 'shop-eu' },
    { app: 'shop-', reason: 'a dash last', alternative: 'shop' },
    { app: '-shop', reason: 'a dash first', alternative: 'shop' },
    { app: 'my shop', reason: 'a space', alternative: 'my-shop' },
    { app: 'магазин', reason: 'no latin letter at all', alternative: 'app' },
    { app: 'shop\n', reason: 'a line break', alternative: 'shop' },
    {
      app: 'a'.repeat(64),
      reason: 'one character too many',
      alternative: 'a'.repeat(63),
    },
  ])('refuses $app: $reason', ({ app, alternative }) => {
    expect(checkAppKey(app, environments)).toEqual([
      {
        rule: 'naming',
        field: 'metadata.name',
        message: 'naming.appKey',
        params: { app, alternative },
      },
    ]);
  });

  it.each([
    {
      app: 'shop-dev',
      reason: 'production of shop-dev is dev of shop',
      params: { environment: 'dev', other: 'shop', alternative: 'dev-shop' },
    },
    {
      app: 'my-shop-stage',
      reason: 'only the last word counts',
      params: {
        environment: 'stage',
        other: 'my-shop',
        alternative: 'stage-my-shop',
      },
    },
    {
      app: 'shop-prod',
      reason: 'production too, when a house writes it out',
      params: { environment: 'prod', other: 'shop', alternative: 'prod-shop' },
    },
    {
      app: 'shop-dev-dev',
      reason: 'the alternative does not collide again',
      params: {
        environment: 'dev',
        other: 'shop-dev',
        alternative: 'shop-dev-dev-app',
      },
    },
  ])('refuses $app: $reason', ({ app, params }) => {
    expect(checkAppKey(app, environments)).toEqual([
      {
        rule: 'environment-collision',
        field: 'metadata.name',
        message: 'environmentCollision.suffix',
        params: { app, ...params },
      },
    ]);
  });

  it('offers an alternative that it takes itself, for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 80 }),
          fc.stringMatching(/^[a-z-]{0,12}(-dev|-stage|-prod){1,3}$/),
        ),
        app => {
          for (const { params } of checkAppKey(app, environments)) {
            expect(
              checkAppKey(String(params.alternative), environments),
            ).toEqual([]);
          }
        },
      ),
    );
  });
});
