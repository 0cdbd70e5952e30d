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

import { requireAppKey } from './requireAppKey';

const service = (name: string, app?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    ...(app !== undefined && { annotations: { 'basewell.dev/app': app } }),
  },
});

describe('requireAppKey', () => {
  it.each([
    { entity: service('shop'), key: 'shop', reason: 'the name' },
    { entity: service('Shop_EU.v2'), key: 'shop-eu-v2', reason: 'as a label' },
    {
      entity: service('shop', 'storefront'),
      key: 'storefront',
      reason: 'the annotation',
    },
    {
      entity: service('shop', 'shop-dev'),
      key: 'shop-dev',
      reason: 'an ending is judged with the target',
    },
  ])('is $key: $reason', ({ entity, key }) => {
    expect(requireAppKey(entity)).toBe(key);
  });

  it.each([
    { app: '../../x', use: 'x', reason: 'another path' },
    { app: 'shop?state=all', use: 'shop-state-all', reason: 'a query' },
    { app: 'shop/create', use: 'shop-create', reason: 'a branch of its own' },
    { app: 'Shop', use: 'shop', reason: 'upper case' },
    { app: '1c', use: 'app-1c', reason: 'a digit first' },
    { app: 'shop\n', use: 'shop', reason: 'a line break' },
    { app: '', use: 'app', reason: 'nothing' },
    { app: 's'.repeat(64), use: 's'.repeat(63), reason: 'too long' },
  ])('refuses $reason', ({ app, use }) => {
    expect(() => requireAppKey(service('shop', app))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          new RegExp(
            `^The annotation basewell.dev/app of component:default/shop is not an app key: use .* such as ${use}$`,
          ),
        ),
      }),
    );
  });
});
