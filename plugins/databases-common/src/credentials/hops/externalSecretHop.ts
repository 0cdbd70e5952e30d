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

import { parseDuration, sinceOf } from '../../assessment';
import {
  externalSecret,
  ExternalSecretData,
  pushSecret,
  PushSecretData,
} from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf, ObservedKind } from '../../observation';
import { HopReport, HopScene, TracedHop } from '../TracedHop';
import { failureOf, isBehind, polled } from './readReport';

/** What both copiers of the External Secrets Operator have. */
type Copier = ExternalSecretData | PushSecretData;

/** `refreshTime` is the last poll that went well: it stops on errors, and is no rotation. */
export function externalSecretHop(
  fact: Fact<ExternalSecretData>,
  scene: HopScene,
): TracedHop {
  const once =
    fact.data.refreshPolicy === 'CreatedOnce' ||
    fact.data.refreshPolicy === 'OnChange';
  return copierHop(
    externalSecret,
    fact,
    once ? undefined : fact.data.refreshInterval,
    scene,
  );
}

/** The same the other way round: from a Secret into stores. */
export function pushSecretHop(
  fact: Fact<PushSecretData>,
  scene: HopScene,
): TracedHop {
  return copierHop(pushSecret, fact, fact.data.refreshInterval, scene);
}

function copierHop(
  kind: ObservedKind<any>,
  fact: Fact<Copier>,
  interval: string | undefined,
  scene: HopScene,
): TracedHop {
  const every = parseDuration(interval ?? '');
  return {
    role: 'transport',
    title: kind.kind,
    object: `${kind.kind} ${fact.namespace}/${fact.name}`,
    report: readReport(fact, interval, scene),
    ...(every && { every }),
    seen: { kind, place: fact.kubernetesCluster },
    evidence: [
      evidenceOf(kind, fact, 'status.refreshTime', fact.data.refreshedAt),
    ],
  };
}

function readReport(
  { data, createdAt }: Fact<Copier>,
  interval: string | undefined,
  scene: HopScene,
): HopReport {
  const failure = failureOf(data.conditions, ['Ready']);
  if (failure) {
    return failure;
  }
  const deleted = data.conditions.find(
    ({ type, status }) => type === 'Deleted' && status === 'True',
  );
  if (deleted) {
    return { says: 'failing', text: 'Deleted', ...sinceOf(deleted.at) };
  }
  if (isBehind(data)) {
    return { says: 'waiting' };
  }
  const isReady = data.conditions.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
  const { since: at } = sinceOf(data.refreshedAt);
  if (isReady && at) {
    return polled(at, interval, scene);
  }
  return isReady
    ? { says: 'untimed' }
    : { says: 'waiting', ...(createdAt && { since: createdAt }) };
}
