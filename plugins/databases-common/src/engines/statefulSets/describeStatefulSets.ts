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

import { PodData } from '../../kinds';
import {
  ConnectionDescription,
  DatabaseDescription,
  DatabaseInstance,
  DatabaseResources,
  Fact,
} from '../../model';
import { parseQuantity } from '../../quantities';
import { SetCount } from './countPods';
import { writeLeads } from './leadsTo';
import { podNames } from './podNames';
import type { StatefulSetScene } from './StatefulSetScene';

/** What a page shows of a database of StatefulSets beside the verdict. */
export function describeStatefulSets(
  scene: StatefulSetScene,
): DatabaseDescription {
  const connection = connectionOf(scene);
  return {
    instances: scene.parts.flatMap(part =>
      (part.pods ?? []).map(pod => instanceOf(pod, part, scene)),
    ),
    ...(connection && { connection }),
    resources: resourcesOf(scene.parts),
  };
}

function instanceOf(
  { name, data }: Fact<PodData>,
  { part }: SetCount,
  { nodeOf }: StatefulSetScene,
): DatabaseInstance {
  const zone = nodeOf(data.node)?.data.zone;
  return {
    name,
    role: roleOf(part, data.instanceRole),
    ...(data.ready !== undefined && { ready: data.ready }),
    remarks: [
      ...(part === 'sentinel' ? ['sentinel'] : []),
      ...(data.waiting ? ['restarting'] : []),
    ],
    ...(data.node && { node: data.node }),
    ...(zone && { zone }),
  };
}

/** A label that somebody keeps on the pods says more than the name of a StatefulSet. */
function roleOf(
  part: SetCount['part'],
  label: string | undefined,
): DatabaseInstance['role'] {
  if (label === 'master' || label === 'primary') {
    return 'primary';
  }
  if (label === 'replica' || label === 'slave' || label === 'standby') {
    return 'replica';
  }
  return part === 'primary' || part === 'replica' ? part : 'unknown';
}

/** Names only: nothing of a Secret is read. */
function connectionOf({
  leads = [],
  writers,
  engine,
  database,
}: StatefulSetScene): ConnectionDescription | undefined {
  const [lead] = writeLeads(leads);
  const { namespace } = database;
  const service = lead?.service.name ?? writers[0]?.fact.data.serviceName;
  if (!service) {
    return undefined;
  }
  const { data } = writers[0].fact;
  const [first = `${writers[0].fact.name}-0`] = podNames(writers[0].fact, 1);
  const port =
    lead?.service.data.ports.find(({ port: own }) => own === engine.port) ??
    lead?.service.data.ports[0];
  const number = port?.port ?? engine.port;
  const secret = data.secretKeys.find(({ variable }) =>
    variable.includes('PASS'),
  )?.secret;
  const keys = data.secretKeys.filter(key => key.secret === secret);
  return {
    host: `${service}.${namespace}.svc.cluster.local`,
    port: number,
    ...(secret && {
      secret,
      secretKeys: [...new Set(keys.map(({ key }) => key))],
    }),
    commands: [
      `kubectl port-forward -n ${namespace} service/${service} ${number}:${number}`,
      `kubectl exec -it -n ${namespace} ${first}${
        data.database?.container ? ` -c ${data.database.container}` : ''
      } -- ${engine.client}`,
    ],
  };
}

/** As declared: what runs may have less, and pods that are missing take nothing. */
function resourcesOf(parts: readonly SetCount[]): DatabaseResources {
  const total = (of: (part: SetCount) => number | undefined) =>
    parts.reduce<number | undefined>((sum, part) => {
      const own = of(part);
      return own === undefined ? sum : (sum ?? 0) + own * (part.wanted ?? 0);
    }, undefined);
  const storageBytes = total(({ fact }) =>
    fact.data.volumes.length
      ? fact.data.volumes.reduce(
          (sum, { size }) => sum + (parseQuantity(size ?? '') ?? 0),
          0,
        )
      : undefined,
  );
  const cpuMillis = total(({ fact }) => fact.data.requests?.cpuMillis);
  const memoryBytes = total(({ fact }) => fact.data.requests?.memoryBytes);
  return {
    ...(storageBytes !== undefined && { storageBytes }),
    ...(cpuMillis !== undefined && { cpuMillis }),
    ...(memoryBytes !== undefined && { memoryBytes }),
  };
}
