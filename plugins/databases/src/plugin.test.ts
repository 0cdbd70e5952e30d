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

import { Entity } from '@backstage/catalog-model';
import plugin from '.';
import { databasesPlugin, isDatabasesAvailable } from './legacy';

const entity = (kind: string, type?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'shop' },
  spec: { type },
});

describe('databasesPlugin', () => {
  it('is called databases in both frontend systems', () => {
    expect(plugin.id).toBe('databases');
    expect(databasesPlugin.getId()).toBe('databases');
  });

  it.each([
    { kind: 'Component', type: 'service', shown: true },
    { kind: 'Resource', type: 'database', shown: true },
    { kind: 'Resource', type: 's3-bucket', shown: false },
    { kind: 'API', type: 'openapi', shown: false },
  ])('shows its tab on $kind $type: $shown', ({ kind, type, shown }) => {
    expect(isDatabasesAvailable(entity(kind, type))).toBe(shown);
  });
});
