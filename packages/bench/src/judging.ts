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
  cnpgCluster,
  defaultAssessmentSettings,
  defaultLanes,
  defaultRegistries,
  Fact,
  KubeObject,
  observedKinds,
  ObservedKind,
  toFact,
} from '@basewell/plugin-databases-common/domain';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { clusterObject, ObservedObject } from './observed/clusterObject';
import { companionObjects } from './observed/companionObjects';
import { Assessor, MemoryBook, SnapshotStore } from './reading/inside';
import type { Benchmark } from './runBenchmark';

const KUBERNETES_CLUSTER = 'k0';
/** Changes of different databases that come at once. */
const CHANGES = 100;

/**
 * What the store does with changes, and how much it keeps of each database with
 * its pod, schedule and backup. The peer keeps whole objects and says nothing;
 * the limit reads the events and makes facts of them.
 *
 * @public
 */
export function judging(options: {
  readonly databases: number;
}): Benchmark<number> {
  const { databases } = options;
  const heapBefore = usedHeap();
  const { store, kinds } = emptyStore();
  const at = new Date().toISOString();
  for (let index = 0; index < databases; index += 1) {
    for (const object of [
      clusterObject(index),
      ...companionObjects(index, 0),
    ]) {
      const fact = factOf(kinds, overWire(stored(object, 1)), at);
      if (fact) {
        store.put(fact);
      }
    }
  }
  for (const { id } of kinds) {
    store.cover({
      kubernetesCluster: KUBERNETES_CLUSTER,
      kind: id,
      state: 'synced',
      since: at,
      lastSyncedAt: at,
      objects: 0,
    });
  }
  const settled = store.settle();
  const whole = new Map<string, unknown>();
  let heapPerDatabase = 0;
  let version = 1;
  let assessed = 0;

  /** Events as they come over the wire. */
  function events(): readonly string[] {
    version += 1;
    return Array.from({ length: CHANGES }, (_, index) =>
      JSON.stringify({
        type: 'MODIFIED',
        object: changed((version * CHANGES + index) % databases, version),
      }),
    );
  }

  const check = async (count: number) => {
    if (count !== CHANGES) {
      throw new Error(`${count} of ${CHANGES} changes came through`);
    }
  };
  let next = events();
  const take = () => {
    const taken = next;
    next = [];
    return taken;
  };
  const prepare = () => {
    next = events();
  };
  return {
    id: `judging ${CHANGES} changes of ${databases} databases`,
    variants: [
      {
        name: 'ours, judged',
        role: 'ours',
        async run() {
          await settled;
          heapPerDatabase ||= (usedHeap() - heapBefore) / databases;
          const before = store.assessments;
          const lines = take();
          for (const line of lines) {
            store.put(factOf(kinds, JSON.parse(line).object, at)!);
          }
          await store.settle();
          assessed = store.assessments - before;
          return lines.length;
        },
        async check(count) {
          prepare();
          await check(count);
        },
        counts: () => ({
          assessed,
          heapBytesPerDatabase: Math.round(heapPerDatabase),
        }),
      },
      {
        name: 'whole objects, kept',
        role: 'peer',
        async run() {
          const lines = take();
          for (const line of lines) {
            const { object } = JSON.parse(line);
            whole.set(object.metadata.name, object);
          }
          return lines.length;
        },
        async check(count) {
          prepare();
          await check(count);
        },
      },
      {
        name: 'facts, made and dropped',
        role: 'limit',
        async run() {
          const lines = take();
          return lines.filter(line =>
            factOf(kinds, JSON.parse(line).object, at),
          ).length;
        },
        async check(count) {
          prepare();
          await check(count);
        },
      },
    ],
    end: () => store.stop(),
  };
}

function emptyStore() {
  const registries = defaultRegistries();
  const lanes = defaultLanes(registries);
  const kinds = observedKinds(lanes);
  const memory = new MemoryBook(() => {});
  const store = new SnapshotStore({
    engines: registries.engines,
    kinds,
    memory,
    assessor: new Assessor({
      lanes,
      settingsOf: () => ({ settings: defaultAssessmentSettings }),
      memoryOf: id => memory.of(id),
    }),
  });
  return { store, kinds };
}

/** As the API server gives it out, but for `managedFields`. */
function stored(
  { object, status }: ObservedObject,
  version: number,
): KubeObject {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      uid: `${object.kind}-${object.metadata.name}`,
      resourceVersion: String(version),
      creationTimestamp: '2026-11-01T00:00:00Z',
    },
    status,
  } as KubeObject;
}

/** The nth CNPG cluster after a change of something that is kept of it. */
function changed(index: number, version: number): KubeObject {
  const { object, status } = clusterObject(index);
  const phaseReason = `change ${version}`;
  return stored({ object, status: { ...status, phaseReason } }, version);
}

function factOf(
  kinds: readonly ObservedKind[],
  object: KubeObject,
  observedAt: string,
): Fact | undefined {
  const kind =
    kinds.find(
      ({ kind: name, group }) =>
        name === object.kind &&
        (group
          ? object.apiVersion?.startsWith(`${group}/`)
          : object.apiVersion === 'v1'),
    ) ?? cnpgCluster;
  return toFact(kind, object, {
    kubernetesCluster: KUBERNETES_CLUSTER,
    observedAt,
  });
}

/** Its strings are then those of a parser. */
function overWire(object: KubeObject): KubeObject {
  return JSON.parse(JSON.stringify(object));
}

function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
