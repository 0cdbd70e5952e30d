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
import {
  ConnectionDescription,
  DatabaseDescription,
  DatabaseInstance,
} from '../../model';
import { clusterOf } from './assessHealth';
import { CnpgHealthSubject } from './CnpgHealthSubject';
import { gatherHealth } from './gatherHealth';
import { logicalDatabaseOf } from './logicalDatabaseOf';
import { mainDatabaseOf } from './mainDatabaseOf';
import { resourcesOf } from './resourcesOf';

const PORT = 5432;

/** Keys that a person may rely on; the operator's own secret has all of them. */
const ownKeys = [
  'username',
  'password',
  'dbname',
  'host',
  'port',
  'uri',
  'jdbc-uri',
  'pgpass',
];
const givenKeys = ['username', 'password'];

/** What a page shows of a CNPG database beside the verdict. */
export function describeDatabase(
  subject: AssessmentSubject,
): DatabaseDescription {
  const cluster = clusterOf(subject);
  if (!cluster) {
    return {};
  }
  const logical = logicalDatabaseOf(subject.database, subject.facts, cluster);
  const gathered = gatherHealth(cluster, subject, logical);
  const { phase, status, namespace, name } = gathered;
  return {
    instances: instancesOf(gathered),
    connection: connectionOf(gathered),
    // What the instance takes counts once, however many databases share it.
    ...(!logical && { resources: resourcesOf(cluster.data) }),
    ...(phase.words && {
      quotes: [
        {
          by: 'CloudNativePG',
          text: status?.phaseReason
            ? `${phase.words}: ${status.phaseReason}`
            : phase.words,
          object: `Cluster ${namespace}/${name}`,
        },
      ],
    }),
  };
}

function instancesOf(subject: CnpgHealthSubject): readonly DatabaseInstance[] {
  const { status, pods = [] } = subject;
  const names = new Set([
    ...(status?.reported.map(({ name }) => name) ?? []),
    ...(status?.healthy ?? []),
    ...(status?.replicating ?? []),
    ...(status?.failed ?? []),
    ...pods
      .filter(({ data }) => data.role === 'instance')
      .map(({ name }) => name),
  ]);
  return [...names]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map(name => instanceOf(subject, name));
}

function instanceOf(
  { status, pods, nodeOf, fence, hibernation }: CnpgHealthSubject,
  name: string,
): DatabaseInstance {
  const pod = pods?.find(fact => fact.name === name)?.data;
  const timeline = status?.reported.find(
    reported => reported.name === name,
  )?.timeline;
  const ready = pod?.ready ?? (pods ? false : status?.healthy.includes(name));
  const zone = nodeOf(pod?.node)?.data.zone;
  const fenced =
    fence.scope === 'all' ||
    (fence.scope === 'some' && fence.instances.includes(name));
  const remarks = [
    ...(fenced ? ['fenced'] : []),
    ...(hibernation === 'confirmed' ? ['hibernated'] : []),
    ...(pod?.waiting ? ['restarting'] : []),
  ];
  return {
    name,
    role: roleOf(status?.currentPrimary, name),
    ...(ready !== undefined && { ready }),
    remarks,
    ...(timeline !== undefined && { timeline }),
    ...(pod?.node && { node: pod.node }),
    ...(zone && { zone }),
  };
}

function roleOf(
  primary: string | undefined,
  name: string,
): DatabaseInstance['role'] {
  if (!primary) {
    return 'unknown';
  }
  return primary === name ? 'primary' : 'replica';
}

/** A Secret is never read: its name and keys follow from the Cluster. */
function connectionOf({
  cluster,
  spec,
  name,
  namespace,
  logical,
}: CnpgHealthSubject): ConnectionDescription {
  const database = logical ? logical.name : mainDatabaseOf(cluster.data);
  return {
    host: `${name}-rw.${namespace}.svc.cluster.local`,
    port: PORT,
    ...(database && { database }),
    ...secretOf(spec, name, logical),
    commands: [
      `kubectl port-forward -n ${namespace} service/${name}-rw ${PORT}:${PORT}`,
      `kubectl cnpg psql ${name} -n ${namespace}${database ? ` -- ${database}` : ''}`,
    ],
  };
}

/** Of a logical database the Secret of its role, where the cluster names one. */
function secretOf(
  spec: CnpgHealthSubject['spec'],
  cluster: string,
  logical: CnpgHealthSubject['logical'],
): Pick<ConnectionDescription, 'secret' | 'secretKeys'> {
  const owner = logical?.owner;
  const role = spec.roles?.find(({ name }) => name === owner);
  if (role) {
    return { secret: role.secret, secretKeys: givenKeys };
  }
  if (logical && owner !== (spec.owner ?? mainDatabaseOf({ spec }))) {
    return {};
  }
  return spec.secret
    ? { secret: spec.secret, secretKeys: givenKeys }
    : { secret: `${cluster}-app`, secretKeys: ownKeys };
}
