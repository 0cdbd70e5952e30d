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
  assessDatabase,
  AssessmentSubject,
  DatabaseVerdicts,
  Lane,
  ObjectVerdict,
} from '../assessment';
import { Engine } from '../engines';
import {
  AssessmentSettings,
  DatabaseIdentity,
  Fact,
  KubeObject,
  LaneId,
  laneIds,
} from '../model';
import {
  FactIndex,
  FactView,
  kubernetesKinds,
  ObservedKind,
  observedKinds,
  toFact,
} from '../observation';
import { coverFiles } from './coverFiles';
import { identifyAll } from './identifyAll';

/**
 * What is judged without a Kubernetes cluster: objects as somebody has them.
 *
 * @public
 */
export interface ObjectAssessment {
  /** In the order of their ids. */
  readonly databases: readonly {
    readonly database: DatabaseIdentity;
    readonly verdicts: DatabaseVerdicts;
  }[];
  /** Every object that is recognized, also one that no database owns. */
  readonly objects: readonly AssessedObject[];
  /** How many objects nothing is known about, by `<apiVersion> <kind>`. */
  readonly unrecognized: { readonly [kind: string]: number };
  /** Ids of kinds that were not among the objects: they are not known. */
  readonly omitted: readonly string[];
}

/** @public */
export interface AssessedObject {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly lane: LaneId;
  /** Left out when the lane has nothing to say about such an object by itself. */
  readonly verdict?: ObjectVerdict;
}

/**
 * Judges objects as `kubectl get … -o yaml` prints them. What is not among them
 * is not known, see `coverFiles`; nothing is remembered from before.
 *
 * @param options - `emptyKinds`: `<apiVersion> <kind>` of lists without items, which
 *   prove that there are none
 * @public
 */
export function assessObjects(
  objects: readonly KubeObject[],
  options: {
    readonly engines: readonly Engine[];
    readonly lanes: readonly Lane[];
    readonly kubernetesCluster: string;
    /** UTC ISO instant. */
    readonly now: string;
    readonly settingsOf: (database?: DatabaseIdentity) => AssessmentSettings;
    readonly emptyKinds?: readonly string[];
  },
): ObjectAssessment {
  const { engines, lanes, kubernetesCluster, now, settingsOf } = options;
  const observations = engines.flatMap(({ observation }) => observation ?? []);
  const kinds = observedKinds([
    ...lanes,
    { observes: observations.flatMap(({ anchors }) => anchors) },
  ]);
  const index = new FactIndex(kinds);
  const unrecognized: { [kind: string]: number } = {};
  for (const object of objects) {
    const kind = kindOf(object, kinds);
    const fact =
      kind && toFact(kind, object, { kubernetesCluster, observedAt: now });
    if (fact) {
      index.put(fact);
    } else {
      const name = `${object.apiVersion} ${object.kind}`;
      unrecognized[name] = (unrecognized[name] ?? 0) + 1;
    }
  }
  const coverages = coverFiles(kubernetesKinds(kinds), objects, options);
  coverages.forEach(coverage => index.cover(coverage));

  const facts = index.view(kubernetesCluster);
  const context = (database?: DatabaseIdentity) => ({
    facts,
    memory: { get: () => undefined },
    clock: new AssessmentClock(now),
    settings: settingsOf(database),
  });
  const databases = identifyAll(
    observations.flatMap(({ anchors, identify }) =>
      anchors.flatMap(anchor =>
        [...index.list(kubernetesCluster, anchor)].flatMap(identify),
      ),
    ),
  );
  return {
    databases: databases.map(database => ({
      database,
      verdicts: assessDatabase(lanes, { ...context(database), database }),
    })),
    objects: byLane(kinds).flatMap(kind =>
      [...index.list(kubernetesCluster, kind)].map(fact =>
        assessObject(kind, fact, lanes, context()),
      ),
    ),
    unrecognized,
    omitted: coverages
      .filter(({ state }) => state === 'omitted')
      .map(({ kind }) => kind),
  };
}

/** In the order of the page. */
function byLane(kinds: readonly ObservedKind[]): readonly ObservedKind[] {
  return laneIds.flatMap(lane => kinds.filter(kind => kind.lane === lane));
}

function kindOf(
  { apiVersion, kind }: KubeObject,
  kinds: readonly ObservedKind[],
): ObservedKind | undefined {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return kinds.find(
    known =>
      known.kind === kind &&
      known.group === group &&
      known.versions.includes(version),
  );
}

function assessObject(
  kind: ObservedKind,
  fact: Fact,
  lanes: readonly Lane[],
  context: Omit<AssessmentSubject, 'database'> & { readonly facts: FactView },
): AssessedObject {
  const verdict = lanes
    .find(({ id }) => id === kind.lane)
    ?.assessObject?.(fact, context);
  return {
    kind: kind.kind,
    ...(fact.namespace !== undefined && { namespace: fact.namespace }),
    name: fact.name,
    lane: kind.lane,
    ...(verdict && { verdict }),
  };
}
