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
  assessDatabase,
  AssessmentClock,
  AssessmentSubject,
  defaultAssessmentSettings,
} from '../../../assessment';
import { HealthState, KubeObject, Verdict } from '../../../model';
import { FactIndex, toFact } from '../../../observation';
import { HealthRow } from '../../cnpg/__testUtils__/HealthRow';
import { NOW, Seen } from '../../cnpg/__testUtils__/HealthScene';
import { json } from '../../cnpg/__testUtils__/objects';
import { arangodb } from '../../arangodb/arangodb';
import { clickhouse } from '../../clickhouse/clickhouse';
import { Engine } from '../../Engine';
import { healthLane } from '../../healthLane';
import { neo4j } from '../../neo4j/neo4j';
import { postgres } from '../../postgresStatefulSet/postgres';
import { redis } from '../../redis/redis';

const engines: readonly Engine[] = [
  postgres,
  redis,
  clickhouse,
  arangodb,
  neo4j,
];

const kubernetesCluster = 'prod';
const lane = healthLane(engines);

/** Objects, and what is to be said of the database of that name. */
export interface StatefulRow extends HealthRow {
  /** Left out: `orders-db`. */
  readonly database?: string;
}

/** From objects to a verdict, the way a portal goes. */
export class StatefulScene {
  readonly index = new FactIndex(lane.observes);
  readonly #seen: Seen & { readonly database?: string };

  constructor(seen: Seen & { readonly database?: string }) {
    this.#seen = seen;
    for (const object of seen.objects) {
      const fact = factOf(object);
      if (fact) {
        this.index.put(fact);
      }
    }
    for (const { id } of lane.observes) {
      this.index.cover({
        kubernetesCluster,
        kind: id,
        state: seen.coverage?.[id] ?? 'synced',
        since: '2026-11-21T00:00:00Z',
        lastSyncedAt: NOW,
        objects: 1,
      });
    }
  }

  /** Every database that an object stands for. */
  get databases() {
    const found = engines.flatMap(({ observation }) =>
      observation!.anchors.flatMap(anchor =>
        [...this.index.list(kubernetesCluster, anchor)].flatMap(fact =>
          observation!.identify(fact),
        ),
      ),
    );
    return [
      ...new Map(found.map(database => [database.id, database])).values(),
    ];
  }

  get subject(): AssessmentSubject {
    const { memory = {}, now = NOW, database: name = 'orders-db' } = this.#seen;
    return {
      database: this.databases.find(database => database.name === name) ?? {
        id: `postgres.data.${name}@${kubernetesCluster}`,
        engine: 'postgres',
        kubernetesCluster,
        namespace: 'data',
        name,
        services: [],
      },
      facts: this.index.view(kubernetesCluster),
      memory: { get: key => memory[key] },
      clock: new AssessmentClock(now),
      settings: defaultAssessmentSettings,
    };
  }

  get engine(): Engine {
    const { engine } = this.subject.database;
    return engines.find(({ id }) => id === engine)!;
  }

  assess(): Verdict<HealthState> {
    return assessDatabase([lane], this.subject).health!;
  }

  describe() {
    return lane.describe!(this.subject);
  }
}

/** As it would arrive: nothing but JSON. */
export function factOf(object: KubeObject) {
  const kind = lane.observes.find(
    ({ kind: name, group }) =>
      name === object.kind &&
      group === object.apiVersion.split('/').slice(0, -1).join('/'),
  );
  return (
    kind && toFact(kind, json(object), { kubernetesCluster, observedAt: NOW })
  );
}
