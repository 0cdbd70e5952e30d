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

import {
  DatabaseIdentity,
  Engine,
  Fact,
} from '@basewell/plugin-databases-common/domain';
import { toyDatabase, toyDatabases, toyEngine } from '../__testUtils__/facts';
import { Sightings } from './Sightings';

/** What an object says in these tests: any databases that it wants to stand for. */
interface Words {
  readonly stands: readonly (Partial<DatabaseIdentity> & {
    readonly id: string;
  })[];
}

const engine: Engine = {
  ...toyEngine,
  observation: {
    ...toyEngine.observation!,
    anchors: [toyDatabases],
    identify: ({ kubernetesCluster, namespace = '', data }: Fact) =>
      (data as Words).stands.map(own => ({
        engine: 'toy',
        kubernetesCluster,
        namespace,
        name: own.id,
        services: [],
        ...own,
      })),
  },
};

function object(name: string, ...stands: Words['stands']): Fact {
  return { ...toyDatabase(name), data: { stands } };
}

describe('Sightings', () => {
  let sightings: Sightings;
  const see = (fact: Fact, before?: Fact) =>
    sightings.replace(sightings.in(before), sightings.in(fact));
  const lose = (fact: Fact) => sightings.replace(sightings.in(fact), []);
  beforeEach(() => {
    sightings = new Sightings([engine]);
  });

  it('keep a database as long as any object stands for it', () => {
    const [one, two] = ['core-1', 'core-2'].map(name =>
      object(name, { id: 'graph' }),
    );
    see(one);
    see(two);
    lose(one);
    expect(sightings.identityOf('graph')).toMatchObject({ id: 'graph' });
    lose(two);
    expect(sightings.identityOf('graph')).toBeUndefined();
  });

  it.each([
    { reason: 'in order', order: [0, 1] },
    { reason: 'the other way round', order: [1, 0] },
  ])('say the same in whichever order objects come: $reason', ({ order }) => {
    const objects = [
      object('core-1', { id: 'graph', environment: 'prod' }),
      object('core-2', { id: 'graph', environment: 'dev', owner: 'team-a' }),
    ];
    order.forEach(index => see(objects[index]));
    expect(sightings.identityOf('graph')).toMatchObject({
      environment: 'prod',
      owner: 'team-a',
    });
  });

  it('let an object stand for others than before', () => {
    const before = object('main', { id: 'a' }, { id: 'b' });
    see(before);
    see(object('main', { id: 'b' }, { id: 'c' }), before);
    expect(['a', 'b', 'c'].map(id => sightings.identityOf(id)?.id)).toEqual([
      undefined,
      'b',
      'c',
    ]);
  });

  it('give a logical database what its instance says', () => {
    see(
      object('main', {
        id: 'main',
        version: '17',
        environment: 'prod',
        owner: 'team-data',
        services: ['component:default/shop'],
      }),
    );
    see(object('n8n', { id: 'main:n8n', database: 'n8n', instance: 'main' }));
    expect([...sightings.sharing('main')]).toEqual(['main:n8n']);
    expect(sightings.identityOf('main:n8n')).toMatchObject({
      version: '17',
      environment: 'prod',
      owner: 'team-data',
      services: [],
    });
  });

  it('take a logical database that is the main one for that', () => {
    const main = object('main', { id: 'main', database: 'shop' });
    see(
      object('shop', { id: 'main:shop', database: 'shop', instance: 'main' }),
    );
    expect(sightings.identityOf('main:shop')).toBeDefined();
    see(main);
    expect(sightings.identityOf('main:shop')).toBeUndefined();
    lose(main);
    expect(sightings.identityOf('main:shop')).toBeDefined();
  });

  it('forget a Kubernetes cluster with all that is in it', () => {
    see(object('n8n', { id: 'main:n8n', database: 'n8n', instance: 'main' }));
    sightings.forget('north');
    expect(sightings.identityOf('main:n8n')).toBeUndefined();
    expect([...sightings.sharing('main')]).toEqual([]);
  });
});
