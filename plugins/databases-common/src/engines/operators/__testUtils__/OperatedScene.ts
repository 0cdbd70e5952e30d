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
  describeDatabase,
  Remembered,
} from '../../../assessment';
import { metricSample, MetricSampleData } from '../../../kinds';
import {
  CoverageState,
  DatabaseDescription,
  Fact,
  HealthState,
  KubeObject,
  Verdict,
} from '../../../model';
import { FactIndex, toFact } from '../../../observation';
import { Engine } from '../../Engine';
import { healthLane } from '../../healthLane';
import { NOW } from './operatedObjects';

/** What the API server shows, and what is remembered of it. */
export interface OperatedSeen {
  readonly objects: readonly KubeObject[];
  readonly now?: string;
  /** What Prometheus says, where there is one. */
  readonly samples?: readonly Fact<MetricSampleData>[];
  readonly memory?: { readonly [key: string]: Remembered };
  /** By id of the kind; left out: synced. */
  readonly coverage?: { readonly [kind: string]: CoverageState };
}

const kubernetesCluster = 'prod';

/** From objects to a verdict, the way a portal goes. */
export class OperatedScene {
  readonly facts: readonly Fact[];
  readonly #engine: Engine;
  readonly #seen: OperatedSeen;
  readonly #index: FactIndex;

  constructor(engine: Engine, seen: OperatedSeen) {
    const { observes } = engine.observation!;
    this.#engine = engine;
    this.#seen = seen;
    this.#index = new FactIndex(observes);
    this.facts = seen.objects.flatMap(object => {
      const kind = observes.find(
        ({ kind: name, group }) =>
          name === object.kind &&
          group === object.apiVersion.split('/').slice(0, -1).join('/'),
      );
      // As it would arrive: nothing but JSON.
      const arrived: KubeObject = JSON.parse(JSON.stringify(object));
      return (
        (kind &&
          toFact(kind, arrived, { kubernetesCluster, observedAt: NOW })) ??
        []
      );
    });
    this.facts.forEach(fact => this.#index.put(fact));
    if (seen.samples) {
      seen.samples.forEach(sample => this.#index.put(sample));
      this.#cover(metricSample.id, 'synced', `prometheus:${kubernetesCluster}`);
    }
    for (const { id } of observes) {
      this.#cover(id, seen.coverage?.[id] ?? 'synced', kubernetesCluster);
    }
  }

  get subject(): AssessmentSubject {
    const { observation, id } = this.#engine;
    const { memory = {}, now = NOW } = this.#seen;
    const [database] = this.facts.flatMap(fact => observation!.identify(fact));
    return {
      database: database ?? {
        id: `${id}.data.shop@${kubernetesCluster}`,
        engine: id,
        kubernetesCluster,
        namespace: 'data',
        name: 'shop',
        services: [],
      },
      facts: this.#index.view(kubernetesCluster),
      memory: { get: key => memory[key] },
      clock: new AssessmentClock(now),
      settings: defaultAssessmentSettings,
    };
  }

  assess(): Verdict<HealthState> {
    return assessDatabase([healthLane([this.#engine])], this.subject).health!;
  }

  describe(): DatabaseDescription {
    return describeDatabase([healthLane([this.#engine])], this.subject);
  }

  #cover(kind: string, state: CoverageState, place: string): void {
    this.#index.cover({
      kubernetesCluster: place,
      kind,
      state,
      since: '2026-11-21T00:00:00Z',
      lastSyncedAt: NOW,
      objects: 1,
    });
  }
}
