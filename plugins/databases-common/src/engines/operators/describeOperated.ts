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

import { AssessmentSubject } from '../../assessment';
import { OperatedData, PodData } from '../../kinds';
import {
  ConnectionDescription,
  DatabaseDescription,
  DatabaseInstance,
  Fact,
} from '../../model';
import { parseQuantity } from '../../quantities';
import { gatherOperated } from './gatherOperated';
import { OperatedSubject } from './OperatedSubject';
import { OperatorProfile } from './OperatorProfile';

/** What a page shows of it beside the verdict. */
export function describeOperated(
  profile: OperatorProfile,
  fact: Fact<OperatedData>,
  context: Omit<AssessmentSubject, 'database'>,
): DatabaseDescription {
  const subject = gatherOperated(profile, fact, context);
  const { pods, data, namespace, name, word } = subject;
  return {
    ...(pods && {
      instances: [...pods]
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
        .map(instance => instanceOf(subject, instance)),
    }),
    connection: connectionOf(subject),
    ...resourcesOf(subject),
    ...(word.text && {
      quotes: [
        {
          by: profile.operator,
          text: data.status?.reason
            ? `${word.text}: ${data.status.reason}`
            : word.text,
          object: `${profile.kind.kind} ${namespace}/${name}`,
        },
      ],
    }),
  };
}

function instanceOf(
  { profile, primaries, data: { status } }: OperatedSubject,
  { name, data }: Fact<PodData>,
): DatabaseInstance {
  return {
    name,
    role: roleOf(profile, primaries, name, data.instanceRole),
    ...(data.ready !== undefined && { ready: data.ready }),
    remarks: [
      ...(data.waiting ? ['restarting'] : []),
      ...(status?.pendingRestart?.includes(name) ? ['restart pending'] : []),
      ...(profile.pods.groups && data.instanceRole ? [data.instanceRole] : []),
    ],
    ...(data.node && { node: data.node }),
  };
}

/** Volumes of data alone: logs and backups may have others. */
function resourcesOf({
  data,
  instances: { wanted },
}: OperatedSubject): Pick<DatabaseDescription, 'resources'> {
  const size = parseQuantity(data.storage ?? '');
  return size !== undefined && wanted !== undefined
    ? { resources: { storageBytes: size * wanted } }
    : {};
}

/** Where no label tells, nobody knows; where instances are peers, nobody has to. */
function roleOf(
  { pods }: OperatorProfile,
  primaries: OperatedSubject['primaries'],
  name: string,
  role: string | undefined,
): DatabaseInstance['role'] {
  if (!pods.primary || !role) {
    return 'unknown';
  }
  return primaries?.some(primary => primary.name === name)
    ? 'primary'
    : 'replica';
}

function connectionOf({
  profile,
  data,
  namespace,
  name,
}: OperatedSubject): ConnectionDescription {
  const [service] = profile.services(name, data);
  const port = data.port ?? profile.port;
  const secret = profile.secrets(name, data).find(({ use }) => use === 'app');
  const [database] = data.databases;
  return {
    host: `${service}.${namespace}.svc.cluster.local`,
    port,
    ...(database && { database }),
    ...(secret && {
      secret: secret.name,
      ...(profile.secretKeys && { secretKeys: profile.secretKeys }),
    }),
    commands: [
      `kubectl port-forward -n ${namespace} service/${service} ${port}:${port}`,
    ],
  };
}
