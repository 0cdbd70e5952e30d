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

import { namespacesOf } from './namespacesOf';

describe('namespacesOf', () => {
  it.each<{
    reason: string;
    annotations: { [name: string]: string };
    namespaces: readonly string[];
  }>([
    {
      reason: 'an entity that says nothing',
      annotations: {},
      namespaces: [],
    },
    {
      reason:
        'databases by name, of this Kubernetes cluster, of all and of others',
      annotations: {
        'basewell.dev/databases':
          'shop/a, prod/till/b, */orders/c, dev/other/d, shop/e, no/such/thing/x',
      },
      namespaces: ['shop', 'till', 'orders'],
    },
    {
      reason: 'a database by its id, whose name has dots',
      annotations: { 'basewell.dev/database-id': 'cnpg.shop.a.b@prod' },
      namespaces: ['shop'],
    },
    {
      reason: 'a database of another Kubernetes cluster',
      annotations: { 'basewell.dev/database-id': 'cnpg.shop.a@dev' },
      namespaces: [],
    },
    {
      reason: 'an id that is none',
      annotations: { 'basewell.dev/database-id': 'cnpg.../../secrets@prod' },
      namespaces: [],
    },
    {
      reason: 'the namespace of the service itself, last',
      annotations: {
        'backstage.io/kubernetes-namespace': 'web-shop',
        'basewell.dev/databases': 'databases/shop',
      },
      namespaces: ['databases', 'web-shop'],
    },
    {
      reason: 'what would be another path, or no namespace at all',
      annotations: {
        'backstage.io/kubernetes-namespace': '..',
        'basewell.dev/databases': '../shop, Till/b, a.b/c, till/d',
      },
      namespaces: ['till'],
    },
  ])('$reason', ({ annotations, namespaces }) => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'shop', annotations },
    };
    expect(namespacesOf(entity, 'prod')).toEqual(namespaces);
  });
});
