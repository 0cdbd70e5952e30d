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

import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { DatabaseIdentity } from '@basewell/plugin-databases-common';
import fc from 'fast-check';
import { item, logicalItem } from '../__testUtils__/inventory';
import { entityName } from './entityName';

const rows: readonly {
  readonly reason: string;
  readonly database: DatabaseIdentity;
  readonly name: RegExp;
}[] = [
  {
    reason: 'a plain one',
    database: item('shop-cnpg').database,
    name: /^cnpg\.databases\.shop-cnpg\.north$/,
  },
  {
    reason: 'a logical one',
    database: logicalItem('main', 'temporal_visibility').database,
    name: /^cnpg\.databases\.main\.temporal_visibility\.north$/,
  },
  {
    reason: 'what is in no name',
    database: logicalItem('main', 'A b').database,
    name: /^cnpg\.databases\.main\.a-b\.north-[0-9a-f]{8}$/,
  },
  {
    reason: 'a Kubernetes cluster with a long name',
    database: item('shop', {
      kubernetesCluster: `arn:aws:eks:eu-central-1:123:cluster/${'x'.repeat(40)}`,
    }).database,
    name: /^cnpg\.databases\.shop\.arn-aws-eks-.*-[0-9a-f]{8}$/,
  },
];

const word = fc.stringMatching(/^[a-zA-Z0-9._:/-]{1,40}$/);
const identity = fc
  .record({
    engine: fc.constantFrom('cnpg', 'redis'),
    namespace: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/),
    name: fc.stringMatching(/^[a-z0-9]([a-z0-9.-]{0,40}[a-z0-9])?$/),
    kubernetesCluster: word,
    database: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  })
  .map(({ database, ...place }): DatabaseIdentity => {
    const { engine, namespace, name, kubernetesCluster } = place;
    const instance = `${engine}.${namespace}.${name}@${kubernetesCluster}`;
    return {
      ...item(name, place).database,
      ...(database !== undefined && {
        id: instance.replace('@', `:${encodeURIComponent(database)}@`),
        database,
        instance,
      }),
    };
  });

describe('entityName', () => {
  it.each(rows)('$reason', ({ database, name }) => {
    expect(entityName(database)).toMatch(name);
  });

  it('is always a name', () => {
    fc.assert(
      fc.property(identity, database => {
        const name = entityName(database);
        expect(KubernetesValidatorFunctions.isValidObjectName(name)).toBe(true);
      }),
    );
  });

  it('is never that of another database, whatever its case', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        const names = [one, other].map(database =>
          entityName(database).toLowerCase(),
        );
        expect(names[0] === names[1]).toBe(one.id === other.id);
      }),
    );
  });
});
