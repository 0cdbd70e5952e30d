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
  AssessmentClock,
  AssessmentSubject,
  defaultAssessmentSettings,
  Remembered,
} from '../../assessment';
import { cnpg } from '../../engines';
import { MetricSampleData } from '../../kinds';
import {
  AssessmentSettings,
  BackupState,
  CoverageState,
  DatabaseIdentity,
  Fact,
  KubeObject,
  Verdict,
} from '../../model';
import { FactIndex, toFact } from '../../observation';
import { backupLane } from '../backupLane';
import { barmanInTree } from '../barmanInTree';
import { barmanPlugin } from '../barmanPlugin';
import { otherPlugin } from '../otherPlugin';
import { volumeSnapshots } from '../volumeSnapshots';
import { NOW } from './backupObjects';

export interface Seen {
  readonly objects: readonly KubeObject[];
  /** What Prometheus has. */
  readonly samples?: readonly Fact<MetricSampleData>[];
  readonly now?: string;
  readonly memory?: { readonly [key: string]: Remembered };
  /** By id of the kind; left out: synced. */
  readonly coverage?: { readonly [kind: string]: CoverageState };
  readonly settings?: Partial<AssessmentSettings>;
  /** Left out: the CNPG cluster `databases/shop-cnpg`. */
  readonly database?: Partial<DatabaseIdentity>;
}

const kubernetesCluster = 'prod';

/** From objects to a verdict, the way a portal goes. */
export class BackupCase {
  readonly lane = backupLane(
    [barmanPlugin, barmanInTree, volumeSnapshots, otherPlugin],
    [cnpg],
  );
  readonly facts: readonly Fact[];
  readonly index = new FactIndex(this.lane.observes);
  readonly #seen: Seen;

  constructor(seen: Seen) {
    this.#seen = seen;
    this.facts = seen.objects.flatMap(object => {
      const kind = this.lane.observes.find(
        found =>
          found.kind === object.kind &&
          object.apiVersion.startsWith(found.group),
      );
      // As it would arrive: nothing but JSON.
      return (
        (kind &&
          toFact(kind, JSON.parse(JSON.stringify(object)), {
            kubernetesCluster,
            observedAt: NOW,
          })) ??
        []
      );
    });
    [...this.facts, ...(seen.samples ?? [])].forEach(fact =>
      this.index.put(fact),
    );
    for (const { id: kind } of this.lane.observes) {
      this.index.cover({
        kubernetesCluster,
        kind,
        state: seen.coverage?.[kind] ?? 'synced',
        since: '2026-11-21T00:00:00Z',
        objects: 1,
      });
    }
  }

  /** A new clock each time: it remembers what it was asked. */
  get subject(): AssessmentSubject {
    const { memory = {}, now = NOW, settings, database } = this.#seen;
    return {
      database: {
        id: `cnpg.databases.shop-cnpg@${kubernetesCluster}`,
        engine: 'cnpg',
        kubernetesCluster,
        namespace: 'databases',
        name: 'shop-cnpg',
        services: [],
        ...database,
      },
      facts: this.index.view(kubernetesCluster),
      memory: { get: key => memory[key] },
      clock: new AssessmentClock(now),
      settings: { ...defaultAssessmentSettings, ...settings },
    };
  }

  assess(): Verdict<BackupState> {
    return this.lane.assess(this.subject)!;
  }
}
