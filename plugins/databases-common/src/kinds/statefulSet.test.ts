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
  statefulSetObject,
  wellObjects,
} from '../engines/statefulSets/__testUtils__/statefulObjects';
import { factOf } from '../engines/statefulSets/__testUtils__/StatefulScene';
import { Fact, KubeObject } from '../model';
import { statefulSet } from './statefulSet';
import { StatefulSetData } from './StatefulSetData';

function dataOf(object: KubeObject): StatefulSetData {
  return (factOf(object) as Fact<StatefulSetData>).data;
}

const many = (count: number) => Array.from({ length: count }, (_, at) => at);

/** One that has more of everything than anybody reads. */
const talkative = statefulSetObject({
  metadata: {
    labels: Object.fromEntries(
      many(40).map(at => [`helm.neo4j.com/${at}`, 'x'.repeat(200)]),
    ),
    annotations: {
      'basewell.dev/owner': 'x'.repeat(4000),
      'basewell.dev/expects': 'x'.repeat(4000),
    },
  },
  spec: {
    template: {
      metadata: {
        labels: Object.fromEntries(many(40).map(at => [`l${at}`, 'value'])),
      },
      spec: {
        containers: many(20).map(at => ({
          name: `container-${at}`,
          image: `registry.example.com/${'x'.repeat(200)}:1`,
          env: many(20).map(key => ({
            name: `PASSWORD_${key}`,
            valueFrom: { secretKeyRef: { name: `secret-${key}`, key: 'k' } },
          })),
        })),
      },
    },
  },
});

describe('what is kept of a StatefulSet', () => {
  it.each([
    ['one that is well', statefulSetObject(), 2048],
    ['one that says too much', talkative, 2816],
  ])('is little: %s', (_, object, most) => {
    expect(JSON.stringify(factOf(object)).length).toBeLessThanOrEqual(most);
  });

  it('has no value of a variable, whatever its name', () => {
    const words = ['s3cr3t-0ne', 's3cr3t-tw0', 's3cr3t-thr33'];
    const data = dataOf(
      statefulSetObject({
        spec: {
          template: {
            spec: {
              initContainers: [
                { env: [{ name: 'REPLICATION_PASSWORD', value: words[0] }] },
              ],
              containers: [
                {
                  name: 'postgresql',
                  image: 'postgres:16',
                  command: ['postgres', `--password=${words[1]}`],
                  env: [
                    { name: 'POSTGRES_HOST_AUTH_METHOD', value: words[2] },
                    { name: 'POSTGRES_INITDB_ARGS', value: words[2] },
                    { name: 'POSTGRES_PASSWORD', value: words[0] },
                    { name: 'POSTGRES_USER', value: words[1] },
                  ],
                },
              ],
            },
          },
        },
      }),
    );
    for (const word of words) {
      expect(JSON.stringify(data)).not.toContain(word);
    }
    expect(data.literals).toEqual([
      'REPLICATION_PASSWORD',
      'POSTGRES_PASSWORD',
    ]);
  });

  it('names where passwords are taken from', () => {
    expect(dataOf(statefulSetObject()).secretKeys).toEqual([
      { variable: 'POSTGRES_PASSWORD', secret: 'orders-db', key: 'password' },
    ]);
  });

  it.each([
    ['POSTGRES_HOST_AUTH_METHOD', 'md5', 'md5'],
    ['POSTGRES_HOST_AUTH_METHOD', 'trust', 'trust'],
    ['POSTGRES_INITDB_ARGS', '--auth-host=scram-sha-256', 'scram-sha-256'],
    ['POSTGRES_INITDB_ARGS', '--auth-host=md5 --auth-local=trust', 'trust'],
    ['POSTGRES_INITDB_ARGS', '--encoding=UTF8', undefined],
    ['POSTGRES_DB', 'md5', undefined],
  ])('tells how passwords are asked for: %s=%s', (name, value, method) => {
    const data = dataOf(
      statefulSetObject({
        spec: {
          template: {
            spec: {
              containers: [{ image: 'postgres', env: [{ name, value }] }],
            },
          },
        },
      }),
    );
    expect(data.authentication).toBe(method);
  });

  it('is nothing of one that is no database and reads no Secret', () => {
    expect(
      factOf(
        statefulSetObject({
          spec: {
            template: {
              spec: { containers: [{ image: 'acme/queue:1' }] },
            },
          },
        }),
      ),
    ).toBeUndefined();
  });

  it('is found under its database, its name, its Secrets and its namespace', () => {
    const fact = factOf(
      statefulSetObject({
        metadata: {
          name: 'cache-master',
          labels: {
            'app.kubernetes.io/name': 'redis',
            'app.kubernetes.io/component': 'master',
          },
        },
      }),
    ) as Fact<StatefulSetData>;
    expect(statefulSet.keys(fact)).toEqual([
      'data/cache-master',
      'data/cache',
      'namespace:data',
      'secret:data/orders-db',
    ]);
  });

  it('is at most 2 kB of everything around it', () => {
    for (const object of wellObjects()) {
      expect(JSON.stringify(factOf(object)).length).toBeLessThanOrEqual(2048);
    }
  });
});
