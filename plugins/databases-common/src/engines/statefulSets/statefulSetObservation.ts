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

import { AssessmentSubject, Remark } from '../../assessment';
import {
  cronJob,
  endpointSlice,
  event,
  metricSample,
  node,
  persistentVolumeClaim,
  pod,
  service,
  statefulSet,
  storageClass,
} from '../../kinds';
import { EngineObservation } from '../EngineObservation';
import { measuredRemarks } from '../measured/MeasuredSubject';
import { ownTrackingIds } from '../ownTrackingIds';
import { assessStatefulSets } from './assessStatefulSets';
import { readyKey } from './countPods';
import { describeStatefulSets } from './describeStatefulSets';
import { gatherScene, partsOf } from './gatherScene';
import { identifyStatefulSet } from './identifyStatefulSet';
import { leadsTo } from './leadsTo';
import { StatefulSetEngine } from './StatefulSetEngine';
import { statefulSetRules } from './statefulSetRules';
import type { StatefulSetScene } from './StatefulSetScene';

/** How databases are recognized, judged and described that are plain StatefulSets. */
export function statefulSetObservation(
  engine: StatefulSetEngine,
): EngineObservation {
  // Gathered anew each time: what is remembered in between is a part of it.
  const sceneOf = (subject: AssessmentSubject) => gatherScene(subject, engine);
  return {
    anchors: [statefulSet],
    rules: [...statefulSetRules, ...engine.rules],
    observes: [
      statefulSet,
      pod,
      persistentVolumeClaim,
      service,
      endpointSlice,
      storageClass,
      node,
      event,
      cronJob,
      ...(engine.metrics ? [metricSample] : []),
    ],
    identify: fact => identifyStatefulSet(fact, engine.id),
    assess: subject => assessStatefulSets(subject, sceneOf(subject)),
    describe: subject => {
      const scene = sceneOf(subject);
      return scene ? describeStatefulSets(scene) : {};
    },
    remember: subject => {
      const scene = sceneOf(subject);
      return scene ? remarks(scene) : [];
    },
    addresses: subject => addresses(subject, engine.id),
    tracking: subject => ownTrackingIds(partsOf(subject, engine.id)),
    ...(engine.metrics && { metrics: engine.metrics }),
    ...(engine.credentials && { credentials: engine.credentials }),
  };
}

/** Counts have no time: what changed, and when, is ours to keep. */
function remarks({
  parts,
  isAsleep,
  metrics,
}: StatefulSetScene): readonly Remark[] {
  return [
    ...parts.flatMap(({ fact, ready }) => [
      ...(ready === undefined
        ? []
        : [{ key: readyKey(fact), value: String(ready) }]),
      {
        key: `revision:${fact.name}`,
        value: fact.data.status?.updateRevision ?? '',
      },
    ]),
    { key: 'asleep', value: String(isAsleep) },
    ...measuredRemarks(metrics),
  ];
}

function addresses(
  subject: AssessmentSubject,
  engine: string,
): readonly string[] {
  const parts = partsOf(subject, engine);
  const order = ['write', 'headless', 'read'];
  const isReplica = (part: (typeof parts)[number]) =>
    part.data.database?.part === 'replica';
  const names = [
    ...parts.filter(part => !isReplica(part)),
    ...parts.filter(isReplica),
  ].flatMap(part => [
    ...[...(leadsTo(part, subject.facts) ?? [])]
      .sort((a, b) => order.indexOf(a.use) - order.indexOf(b.use))
      .map(lead => lead.service.name),
    ...(part.data.serviceName ? [part.data.serviceName] : []),
  ]);
  return [...new Set(names)].map(
    name => `${name}.${subject.database.namespace}`,
  );
}
