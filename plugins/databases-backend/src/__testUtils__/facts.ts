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

import { observation } from '@basewell/plugin-databases-common';
import {
  Coverage,
  EngineObservation,
  Fact,
  healthLane,
  HealthState,
  healthStates,
  instantOf,
  Lane,
  ObservedKind,
  conclude,
  Engine,
} from '@basewell/plugin-databases-common/domain';

/**
 * A made-up engine with one rule for each way a state can come about, so that
 * tests of the store do not depend on what the real rules think.
 */
export interface ToyDatabase {
  readonly owner?: string;
  readonly environment?: string;
  readonly app?: string;
  readonly services?: readonly string[];
  /** It fails from that instant on, without another fact. */
  readonly failsAt?: string;
}

export interface ToyPod {
  readonly database: string;
  readonly ready: boolean;
}

export const toyDatabases: ObservedKind<ToyDatabase> = {
  id: 'databases.toy.example',
  group: 'toy.example',
  versions: ['v1'],
  resource: 'databases',
  kind: 'Database',
  namespaced: true,
  feeds: 'Toys.',
  lane: 'health',
  project: ({ spec }) => spec as ToyDatabase,
  keys: ({ namespace, name }) => [`${namespace}/${name}`],
};

export const toyPods: ObservedKind<ToyPod> = {
  ...toyDatabases,
  id: 'pods.toy.example',
  resource: 'pods',
  kind: 'Pod',
  project: ({ spec }) => spec as ToyPod,
  keys: ({ namespace, data }) => [`${namespace}/${data.database}`],
};

const toyObservation: EngineObservation = {
  anchors: [toyDatabases],
  rules: [],
  observes: [toyDatabases, toyPods],
  identify: fact => {
    const { owner, environment, app, services = [] } = fact.data as ToyDatabase;
    return [
      {
        id: `toy.${fact.namespace}.${fact.name}@${fact.kubernetesCluster}`,
        engine: 'toy',
        kubernetesCluster: fact.kubernetesCluster,
        namespace: fact.namespace!,
        name: fact.name,
        app,
        environment,
        owner,
        services,
      },
    ];
  },
  assess: subject => {
    const { database, facts, clock, memory } = subject;
    const key = `${database.namespace}/${database.name}`;
    const [fact] = facts.of(toyDatabases, key);
    const pods = facts.of(toyPods, key);
    return conclude({
      states: healthStates,
      subject,
      clock,
      rules: [
        {
          id: 'toy-pods',
          title: 'Its pods.',
          check: () => {
            if (facts.coverage(toyPods).state !== 'synced') {
              return [seen('unknown')];
            }
            return pods.some(({ data }) => !data.ready)
              ? [seen('degraded', memory.get('pods')?.since)]
              : [];
          },
        },
        {
          id: 'toy-end',
          title: 'Its end.',
          check: () => {
            const end = instantOf(fact?.data.failsAt);
            return end !== undefined && clock.hasCome(end)
              ? [seen('failed', fact.data.failsAt)]
              : [];
          },
        },
      ],
      otherwise: () => seen('healthy'),
    });
  },
  remember: ({ database, facts }) => [
    {
      key: 'pods',
      value: facts
        .of(toyPods, `${database.namespace}/${database.name}`)
        .map(({ data }) => (data.ready ? 'up' : 'down'))
        .join(),
    },
  ],
};

export const toyEngine: Engine = {
  id: 'toy',
  title: 'Toy',
  maturity: 'experimental',
  observation: toyObservation,
};

export const toyLanes: readonly Lane[] = [healthLane([toyEngine])];

export function toyDatabase(
  name: string,
  data: ToyDatabase = {},
  kubernetesCluster = 'north',
): Fact<ToyDatabase> {
  return {
    kind: toyDatabases.id,
    kubernetesCluster,
    namespace: 'databases',
    name,
    observedAt: '2026-11-21T00:00:00.000Z',
    data,
  };
}

export function toyPod(
  name: string,
  database: string,
  ready: boolean,
  kubernetesCluster = 'north',
): Fact<ToyPod> {
  return {
    ...toyDatabase(name, {}, kubernetesCluster),
    kind: toyPods.id,
    data: { database, ready },
  };
}

export function toyCoverage(
  kind: ObservedKind<any>,
  state: Coverage['state'] = 'synced',
  more: Partial<Coverage> = {},
): Coverage {
  return {
    kubernetesCluster: 'north',
    kind: kind.id,
    state,
    since: '2026-11-21T00:00:00.000Z',
    objects: 1,
    ...more,
  };
}

function seen(state: HealthState, since?: string) {
  const seenNow = observation<'rulesFailed.threw', HealthState>(
    'rulesFailed.threw',
    { lane: 'health', error: state },
    { state, severity: 'info', evidence: [], ...(since && { since }) },
  );
  return { ...seenNow, state };
}
