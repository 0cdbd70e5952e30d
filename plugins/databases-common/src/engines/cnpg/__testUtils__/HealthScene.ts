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
  Remembered,
} from '../../../assessment';
import {
  Coverage,
  CoverageState,
  Fact,
  HealthState,
  KubeObject,
  Verdict,
} from '../../../model';
import { FactIndex, toFact } from '../../../observation';
import { healthLane } from '../../healthLane';
import { cnpg } from '../cnpg';
import { cnpgObservation } from '../cnpgObservation';
import { json } from './objects';

/** What the API server shows, and what is remembered of it. */
export interface Seen {
  readonly objects: readonly KubeObject[];
  /** The logical database that is judged; left out: the main one. */
  readonly database?: string;
  readonly now?: string;
  readonly memory?: { readonly [key: string]: Remembered };
  /** By id of the kind; left out: synced. */
  readonly coverage?: { readonly [kind: string]: CoverageState };
}

export const NOW = '2026-11-21T12:00:00Z';
const kubernetesCluster = 'prod';

/** From objects to a verdict, the way a portal goes. */
export class HealthScene {
  readonly facts: readonly Fact[];
  readonly index = new FactIndex(cnpgObservation.observes);
  readonly #seen: Seen;

  constructor(seen: Seen) {
    this.#seen = seen;
    this.facts = seen.objects.flatMap(object => {
      const kind = cnpgObservation.observes.find(
        ({ kind: name, group }) =>
          name === object.kind &&
          group === object.apiVersion.split('/').slice(0, -1).join('/'),
      );
      // As it would arrive: nothing but JSON.
      return (
        (kind &&
          toFact(kind, json(object), { kubernetesCluster, observedAt: NOW })) ??
        []
      );
    });
    this.facts.forEach(fact => this.index.put(fact));
    for (const kind of cnpgObservation.observes) {
      this.index.cover(this.#coverage(kind.id));
    }
  }

  get subject(): AssessmentSubject {
    const identities = this.facts.flatMap(cnpgObservation.identify);
    const found = identities.find(({ instance, database }) =>
      this.#seen.database === undefined
        ? instance === undefined
        : instance !== undefined && database === this.#seen.database,
    );
    return {
      ...this.context,
      database: found ?? {
        id: `cnpg.databases.shop-cnpg@${kubernetesCluster}`,
        engine: 'cnpg',
        kubernetesCluster,
        namespace: 'databases',
        name: 'shop-cnpg',
        services: [],
      },
    };
  }

  get context(): Omit<AssessmentSubject, 'database'> {
    const { memory = {}, now = NOW } = this.#seen;
    return {
      facts: this.index.view(kubernetesCluster),
      memory: { get: key => memory[key] },
      clock: new AssessmentClock(now),
      settings: defaultAssessmentSettings,
    };
  }

  assess(): Verdict<HealthState> {
    return assessDatabase([healthLane([cnpg])], this.subject).health!;
  }

  #coverage(kind: string): Coverage {
    return {
      kubernetesCluster,
      kind,
      state: this.#seen.coverage?.[kind] ?? 'synced',
      since: '2026-11-21T00:00:00Z',
      lastSyncedAt: NOW,
      objects: 1,
    };
  }
}
