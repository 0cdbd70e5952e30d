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
import fc from 'fast-check';
import { DatabaseIdentity } from '../model';
import { belongingOf } from './belongingOf';
import { keysOfDatabase, keysOfEntity } from './matchKeys';
import { matchEntity } from './matchEntity';

function database(own: Partial<DatabaseIdentity> = {}): DatabaseIdentity {
  const { kubernetesCluster = 'prod', name = 'pg-1' } = own;
  return {
    id: `cnpg.databases.${name}@${kubernetesCluster}`,
    engine: 'cnpg',
    kubernetesCluster,
    namespace: 'databases',
    name,
    services: [],
    ...own,
  };
}

/** @param owners - group names; the first part of the entity's own says its kind */
function entity(
  ref: string,
  owners: readonly string[],
  annotations: { readonly [name: string]: string } = {},
): Entity {
  const [kind, name] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    relations: owners.map(owner => ({
      type: 'ownedBy',
      targetRef: `group:default/${owner}`,
    })),
  };
}

const claim = { 'basewell.dev/databases': 'databases/pg-1' };

interface Case {
  readonly reason: string;
  readonly database?: DatabaseIdentity;
  /** Other databases that an entity may mean. */
  readonly others?: readonly DatabaseIdentity[];
  readonly entities: readonly Entity[];
  /** `<group>`, or `<group> of <entity>`. */
  readonly owners: readonly string[];
  /** Words of the remarks. */
  readonly remarks?: readonly string[];
}

const cases: readonly Case[] = [
  {
    reason: 'nobody says anything',
    entities: [entity('component:shop', ['shop'])],
    owners: [],
  },
  {
    reason: 'the database names its owner, in full or not',
    database: database({ owner: 'Shop' }),
    entities: [],
    owners: ['shop'],
  },
  {
    reason: 'the database is of several services: all their owners count',
    database: database({
      services: ['component:default/shop', 'Component:default/Cart'],
    }),
    entities: [
      entity('component:shop', ['shop']),
      entity('component:cart', ['cart', 'shop']),
      entity('component:other', ['other']),
    ],
    owners: ['cart of cart', 'shop of cart'],
  },
  {
    reason: 'the database names an owner and a service: both count',
    database: database({
      owner: 'group:default/data',
      services: ['component:default/shop'],
    }),
    entities: [entity('component:shop', ['shop'])],
    owners: ['data', 'shop of shop'],
  },
  {
    reason: 'only an entity names it, and the database says nothing',
    entities: [entity('component:shop', ['shop'], claim)],
    owners: ['shop of shop'],
  },
  {
    reason: 'a Resource that stands for it',
    entities: [
      entity('resource:pg', ['shop'], {
        'basewell.dev/database-id': 'cnpg.databases.pg-1@prod',
      }),
    ],
    owners: ['shop of pg'],
  },
  {
    reason: 'the same app key, by the name of the component',
    database: database({ app: 'shop' }),
    entities: [entity('component:shop', ['shop'])],
    owners: ['shop of shop'],
  },
  {
    reason: 'two services of one team say so',
    entities: [
      entity('component:worker', ['shop'], claim),
      entity('component:shop', ['shop', 'data'], claim),
    ],
    owners: ['shop of shop'],
  },
  {
    reason: 'an entity without an owner gives and takes nothing',
    entities: [
      entity('component:orphan', [], claim),
      entity('component:shop', ['shop'], claim),
    ],
    owners: ['shop of shop'],
  },
  {
    reason: 'a reference that fits in two Kubernetes clusters',
    others: [database({ kubernetesCluster: 'stage' })],
    entities: [entity('component:shop', ['shop'], claim)],
    owners: [],
  },
  {
    reason: 'a claim against the owner that the database names',
    database: database({ owner: 'group:default/cart' }),
    entities: [entity('component:thief', ['thief'], claim)],
    owners: ['cart'],
    remarks: ['thief says'],
  },
  {
    reason: 'a claim that only repeats what the database says',
    database: database({ owner: 'cart' }),
    entities: [entity('resource:pg', ['cart'], claim)],
    owners: ['cart'],
  },
  {
    reason: 'a claim with one owner more than the database names',
    database: database({ owner: 'cart' }),
    entities: [entity('resource:pg', ['cart', 'thief'], claim)],
    owners: ['cart'],
    remarks: ['pg says'],
  },
  {
    reason: 'a claim against the services that the database names',
    database: database({ services: ['component:default/cart'] }),
    entities: [
      entity('component:cart', ['cart']),
      entity('component:thief', ['thief'], claim),
    ],
    owners: ['cart of cart'],
    remarks: ['basewell.dev/service: component:default/cart'],
  },
  {
    reason: 'a claim where the service that the database names is not there',
    database: database({ services: ['component:default/gone'] }),
    entities: [entity('component:thief', ['thief'], claim)],
    owners: [],
    remarks: ['thief says'],
  },
  {
    reason: 'a claim against the app key of the database',
    database: database({ app: 'cart' }),
    entities: [entity('component:thief', ['thief'], claim)],
    owners: [],
    remarks: ['basewell.dev/app: cart'],
  },
  {
    reason: 'an app key that somebody else wrote into their own entity',
    database: database({ app: 'cart' }),
    entities: [
      entity('component:cart', ['cart']),
      entity('component:thief', ['thief'], { 'basewell.dev/app': 'cart' }),
    ],
    owners: [],
    remarks: ['have different owners'],
  },
  {
    reason: 'the database names its service, so an app key counts for nothing',
    database: database({ app: 'cart', services: ['component:default/cart'] }),
    entities: [
      entity('component:cart', ['cart']),
      entity('component:thief', ['thief'], { 'basewell.dev/app': 'cart' }),
    ],
    owners: ['cart of cart'],
  },
  {
    reason: 'two claims that disagree: nobody is guessed',
    entities: [
      entity('component:shop', ['shop'], claim),
      entity('component:thief', ['thief'], claim),
    ],
    owners: [],
    remarks: ['component:default/shop, component:default/thief'],
  },
];

describe('belongingOf', () => {
  it.each(cases)(
    '$reason',
    ({
      database: own = database(),
      others = [],
      entities,
      owners,
      remarks = [],
    }) => {
      const found = belongingOf(own, entities, [own, ...others]);
      expect(
        found.owners.map(({ ref, entity: of }) =>
          [ref, of].flatMap(text => text?.split('/')[1] ?? []).join(' of '),
        ),
      ).toEqual(owners);
      expect(found.remarks.map(({ summary }) => summary)).toEqual(
        remarks.map(words => expect.stringContaining(words)),
      );
    },
  );

  it('says by what an entity claims a database', () => {
    const thief = entity('component:thief', ['thief'], claim);
    const [remark] = belongingOf(database({ owner: 'cart' }), [thief]).remarks;
    expect(remark).toMatchObject({
      rule: 'database-owner',
      severity: 'warning',
      evidence: [
        {
          object: 'component:default/thief',
          field: 'metadata.annotations[basewell.dev/databases]',
          value: 'databases/pg-1',
        },
      ],
    });
    expect(remark.state).toBeUndefined();
  });

  it('listens to no entity whose claim does not count', () => {
    const thief = entity('component:thief', ['thief'], claim);
    const shop = entity('component:shop', ['shop'], claim);
    const entities = (own: DatabaseIdentity, all: readonly Entity[]) =>
      belongingOf(own, all).entities;
    const orphan = entity('component:orphan', [], claim);
    expect(entities(database(), [orphan])).toEqual([orphan]);
    expect(entities(database(), [orphan, shop])).toEqual([shop]);
    expect(entities(database(), [shop, thief])).toEqual([]);
    expect(entities(database({ owner: 'cart' }), [thief])).toEqual([]);
  });
});

const words = fc.constantFrom('a', 'b', 'c');
const anyEntity = fc
  .record({
    ref: fc.constantFrom('component:a', 'component:b', 'resource:c', 'api:a'),
    owners: fc.uniqueArray(words, { maxLength: 2 }),
    claim: fc.option(
      fc.constantFrom('databases/a', 'prod/databases/b', '*/databases/a'),
      { nil: undefined },
    ),
    id: fc.option(fc.constantFrom('cnpg.databases.a@prod', ' x '), {
      nil: undefined,
    }),
    app: fc.option(words, { nil: undefined }),
  })
  .map(({ ref, owners, claim: databases, id, app }) =>
    entity(ref, owners, {
      ...(databases && { 'basewell.dev/databases': databases }),
      ...(id && { 'basewell.dev/database-id': id }),
      ...(app && { 'basewell.dev/app': app }),
    }),
  );
const anyDatabase = fc
  .record({
    name: words,
    kubernetesCluster: fc.constantFrom('prod', 'stage'),
    app: fc.option(words, { nil: undefined }),
    owner: fc.option(words, { nil: undefined }),
    services: fc.uniqueArray(
      fc.constantFrom('component:default/a', 'Component:default/B'),
    ),
  })
  .map(database);

describe('rights by claims', () => {
  it('are not won by one more claim on a database that belongs to somebody', () => {
    fc.assert(
      fc.property(
        anyDatabase,
        fc.array(anyEntity, { maxLength: 4 }),
        anyEntity,
        (own, entities, one) => {
          const before = belongingOf(own, entities).owners;
          const named = own.services.some(
            service =>
              service.toLowerCase() ===
              `${one.kind}:default/${one.metadata.name}`,
          );
          fc.pre(before.length > 0 && !named);
          const after = belongingOf(own, [...entities, one]).owners;
          expect(before.map(({ ref }) => ref)).toEqual(
            expect.arrayContaining(after.map(({ ref }) => ref)),
          );
        },
      ),
    );
  });

  it('are never taken from whom the database itself names', () => {
    fc.assert(
      fc.property(anyDatabase, fc.array(anyEntity), (own, entities) => {
        fc.pre(own.owner !== undefined);
        expect(belongingOf(own, entities).owners[0]).toEqual({
          ref: `group:default/${own.owner}`,
        });
      }),
    );
  });
});

describe('keys', () => {
  it('are shared by whatever matches', () => {
    fc.assert(
      fc.property(
        anyEntity,
        fc.array(anyDatabase, { maxLength: 4 }),
        (one, identities) => {
          const keys = keysOfEntity(one);
          const strangers = identities.filter(
            own => !keysOfDatabase(own).some(key => keys.includes(key)),
          );
          const { matched } = matchEntity(one, identities);
          expect(strangers.filter(own => matched.includes(own))).toEqual([]);
          expect(
            strangers.flatMap(own => belongingOf(own, [one]).entities),
          ).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
