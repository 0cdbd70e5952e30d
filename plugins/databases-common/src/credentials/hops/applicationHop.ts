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

import { instantOf, sinceOf } from '../../assessment';
import { destinationOf } from '../../delivery/destinationOf';
import {
  application,
  ApplicationData,
  SecretFileData,
  sourceKey,
} from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { TraceScene } from '../CredentialObservation';
import { HopReport, TracedHop } from '../TracedHop';

/**
 * The Argo CD Applications that bring a file here: those whose source is one of
 * its folders. One whose source is the root of the repository is left out, for
 * most of these are lists of other Applications.
 */
export function deliveriesOf(
  file: Fact<SecretFileData>,
  { facts, destinations = {} }: TraceScene,
): readonly Fact<ApplicationData>[] {
  const parts = file.data.path.split('/').slice(0, -1);
  return parts
    .map((_, index) => parts.slice(0, parts.length - index).join('/'))
    .flatMap(folder =>
      facts.everywhere(application, sourceKey(file.kubernetesCluster, folder)),
    )
    .filter(
      found =>
        (destinationOf(found, { destinations }) ??
          found.data.destination.name) === facts.kubernetesCluster,
    );
}

/**
 * Argo CD says `Synced` of what it compared with git when it looked last. One that
 * is not synced had all of it when a sync last succeeded. A sync that fails may
 * fail by something else: it is no matter of a file that is older than the
 * database.
 */
export function applicationHop(
  fact: Fact<ApplicationData>,
  file: Fact<SecretFileData>,
  { credentials }: TraceScene,
): TracedHop {
  const changed = instantOf(file.data.valueChange?.at);
  const made = instantOf(credentials.createdAt);
  const isOld = changed !== undefined && made !== undefined && changed < made;
  return {
    role: 'transport',
    title: 'Argo CD Application',
    object: `${application.kind} ${fact.namespace}/${fact.name}`,
    report: readReport(fact, isOld),
    seen: { kind: application, place: fact.kubernetesCluster },
    evidence: [
      evidenceOf(
        application,
        fact,
        'status.sync.status',
        fact.data.sync.status,
      ),
    ],
  };
}

function readReport(
  { data: { sync, operation, reconciledAt } }: Fact<ApplicationData>,
  isOld: boolean,
): HopReport {
  const { since: ended } = sinceOf(operation?.finishedAt);
  const { since: looked = ended } = sinceOf(reconciledAt);
  if (sync.status === 'Synced' && looked) {
    return { says: 'good', at: looked };
  }
  if (operation?.phase === 'Succeeded' && ended) {
    return { says: 'good', at: ended };
  }
  const hasFailed =
    operation?.phase === 'Failed' || operation?.phase === 'Error';
  return hasFailed && !isOld
    ? {
        says: 'failing',
        text: `the last sync ended as ${operation.phase}`,
        ...(ended && { since: ended }),
      }
    : { says: 'unseen' };
}
