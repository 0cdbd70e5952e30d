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

import { KubeObject } from '../model';
import { Fields } from '../observation';
import type { PodData } from './pod';
import { shortText } from './shortText';

/** How it is, whoever runs it. */
export function readPodState(
  object: KubeObject,
): Pick<
  PodData,
  | 'node'
  | 'phase'
  | 'ready'
  | 'readySince'
  | 'startedAt'
  | 'restarts'
  | 'waiting'
  | 'terminated'
  | 'unschedulable'
> {
  const status = Fields.of(object).at('status');
  const containers = [
    ...status.list('initContainerStatuses'),
    ...status.list('containerStatuses'),
  ];
  const conditions = status.list('conditions');
  const ready = conditions.find(item => item.string('type') === 'Ready');
  return {
    node: Fields.of(object).string('spec', 'nodeName'),
    phase: status.string('phase'),
    ready: readiness(ready?.string('status')),
    readySince: ready?.string('lastTransitionTime'),
    startedAt: status.string('startTime'),
    restarts: Math.max(
      0,
      ...containers.map(container => container.number('restartCount') ?? 0),
    ),
    waiting: containers.flatMap(readWaiting)[0],
    terminated: containers.flatMap(readTerminated)[0],
    unschedulable: conditions
      .filter(condition => condition.string('reason') === 'Unschedulable')
      .map(condition => shortText(condition.string('message')) ?? '')[0],
  };
}

function readiness(status: string | undefined): boolean | undefined {
  return status === 'True' || (status === 'False' ? false : undefined);
}

/** A pod whose containers are being created waits as well; that is no trouble. */
function readWaiting(container: Fields): PodData['waiting'][] {
  const reason = container.string('state', 'waiting', 'reason');
  return reason &&
    reason !== 'ContainerCreating' &&
    reason !== 'PodInitializing'
    ? [
        {
          reason,
          message: shortText(container.string('state', 'waiting', 'message')),
          image: container.string('image'),
        },
      ]
    : [];
}

/** An init container that ended well is no news. */
function readTerminated(container: Fields): PodData['terminated'][] {
  const ended = container.at('state', 'terminated').present
    ? container.at('state', 'terminated')
    : container.at('lastState', 'terminated');
  return ended.present && ended.number('exitCode') !== 0
    ? [
        {
          reason: ended.string('reason'),
          exitCode: ended.number('exitCode'),
          message: shortText(ended.string('message')),
          finishedAt: ended.string('finishedAt'),
        },
      ]
    : [];
}
