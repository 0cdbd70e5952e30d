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

import { instantText } from '../estate/instantText';
import { documentsAt } from '../estate/documentsAt';
import { Moment } from '../estate/renderInstant';
import { KubeObject } from '../kubernetes/KubeObject';
import {
  bootstrapEnd,
  bootstrapStatus,
  bootstrapSteps,
} from './bootstrapStatus';
import { DeliveredManifest, Delivery } from './Delivery';
import { backupsOf } from './backupsOf';

/**
 * What a merged pull request has led to at a moment: first Argo CD's
 * applications, then what they deliver; a new cluster comes up instance by
 * instance, and makes its first backup. Objects are as documents of the estate:
 * `operate` writes what is usual.
 *
 * @param speed - how often faster than the usual two minutes
 * @internal
 */
export function deliveredAt(
  kubernetesCluster: string,
  delivery: Delivery,
  moment: Moment,
  speed: number,
): readonly KubeObject[] {
  const age = (moment.now - delivery.mergedAt) * speed;
  const at = (step: number) => instantText(delivery.mergedAt + step / speed);
  const clusters = delivery.manifests.filter(
    ({ object, added }) => added && object.kind === 'Cluster',
  );
  const settled = Math.max(
    bootstrapSteps.cluster,
    ...clusters.map(({ object }) => bootstrapEnd(instancesOf(object))),
  );

  const delivered = delivery.manifests.flatMap(manifest => {
    const { object, added } = manifest;
    if (object.kind === 'Application') {
      return age < bootstrapSteps.applications
        ? []
        : [
            application(manifest, delivery.revision, {
              createdAt: at(bootstrapSteps.applications),
              settledAt: age < settled ? undefined : at(settled),
            }),
          ];
    }
    if (age < bootstrapSteps.cluster) {
      return [];
    }
    const born = added
      ? bear(object, at(bootstrapSteps.cluster), trackingOf(manifest, delivery))
      : object;
    return added && object.kind === 'Cluster'
      ? [{ ...born, ...bootstrapping(object, age) }]
      : [born];
  });
  const backups = clusters.flatMap(({ object }) =>
    backupsOf(object, delivery, moment, speed),
  );
  return documentsAt(
    kubernetesCluster,
    [...delivered, ...backups].map(object => ({ object })),
    moment,
  );
}

/** @internal */
function instancesOf(cluster: KubeObject): number {
  return (cluster.spec as any)?.instances ?? 1;
}

function bootstrapping(cluster: KubeObject, age: number) {
  const { name } = cluster.metadata;
  const status = bootstrapStatus(name, instancesOf(cluster), age);
  return status === undefined ? {} : { status };
}

function bear(
  object: KubeObject,
  creationTimestamp: string,
  tracking: string | undefined,
): KubeObject {
  const { metadata } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      creationTimestamp,
      annotations: {
        ...metadata.annotations,
        ...(tracking && { 'argocd.argoproj.io/tracking-id': tracking }),
      },
    },
  };
}

/** `<application>:<group>/<kind>:<namespace>/<name>` */
function trackingOf(
  { path, object }: DeliveredManifest,
  { manifests }: Delivery,
): string | undefined {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const by = manifests.find(
    ({ object: { kind, spec } }) =>
      kind === 'Application' && (spec as any)?.source?.path === folder,
  );
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  const { namespace = '', name } = object.metadata;
  return (
    by &&
    `${by.object.metadata.name}:${group}/${object.kind}:${namespace}/${name}`
  );
}

function application(
  { object, added }: DeliveredManifest,
  revision: string,
  times: { readonly createdAt: string; readonly settledAt?: string },
): KubeObject {
  const { createdAt, settledAt } = times;
  if (!added) {
    return object;
  }
  return {
    ...bear(object, createdAt, undefined),
    status: {
      sync: { status: 'Synced', revision },
      health: settledAt
        ? { status: 'Healthy', lastTransitionTime: settledAt }
        : { status: 'Progressing', lastTransitionTime: createdAt },
    },
  };
}
