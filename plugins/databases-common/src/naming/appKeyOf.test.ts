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

import { appKeyOf } from './appKeyOf';

const entity = (name: string, annotations?: { [key: string]: string }) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, ...(annotations && { annotations }) },
});

describe('appKeyOf', () => {
  it.each([
    { entity: entity('shop'), key: 'shop', reason: 'its name' },
    { entity: entity('Shop_EU.v2'), key: 'shop-eu-v2', reason: 'as a label' },
    {
      entity: entity('shop', { 'basewell.dev/app': 'storefront' }),
      key: 'storefront',
      reason: 'the annotation wins',
    },
    {
      entity: entity('shop', { 'basewell.dev/app': '1C' }),
      key: '1C',
      reason: 'an annotation is judged by the rules, not mended',
    },
  ])('is $key: $reason', ({ entity: service, key }) => {
    expect(appKeyOf(service)).toBe(key);
  });
});
