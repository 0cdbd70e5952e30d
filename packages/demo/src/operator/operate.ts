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

import { mergeObjects } from '../estate/mergeObjects';
import { Moment, renderInstant } from '../estate/renderInstant';
import { uidOf } from '../estate/uidOf';
import { KubeObject } from '../kubernetes/KubeObject';
import { clusterChildren } from './clusterChildren';
import { CnpgCluster } from './CnpgCluster';
import { completeBackup } from './completeBackup';
import { reportApplication } from './reportApplication';
import { reportDeployment } from './reportDeployment';
import { reportSecret } from './reportSecret';
import { reportStatefulSet } from './reportStatefulSet';
import { serviceEndpoints } from './serviceEndpoints';
import { StatefulSet } from './StatefulSet';
import { statefulSetChildren } from './statefulSetChildren';
import { writeStatus } from './writeStatus';

const AGE = 'start -45d';

/**
 * Does to the objects of one Kubernetes cluster what an API server and the
 * operators would: gives them uids and ages, writes status, makes the objects
 * that belong to a database. An object that is there already is changed by what
 * it says itself.
 *
 * @internal
 */
export function operate(
  kubernetesCluster: string,
  objects: readonly KubeObject[],
  moment: Moment,
): readonly KubeObject[] {
  const nodes = objects
    .filter(({ kind }) => kind === 'Node')
    .map(({ metadata }) => metadata.name);
  const aged = objects.map(object =>
    giveMetadata(kubernetesCluster, object, moment),
  );
  const operated = aged.map(object => {
    switch (object.kind) {
      case 'Cluster':
        return writeStatus(object as CnpgCluster, moment.now);
      case 'Backup':
        return completeBackup(kubernetesCluster, object);
      case 'Application':
        return reportApplication(object, moment);
      case 'Deployment':
        return reportDeployment(object);
      case 'StatefulSet':
        return reportStatefulSet(object as StatefulSet);
      default:
        return reportSecret(object, moment);
    }
  });
  const ofKind = (kind: string) =>
    operated.filter(object => object.kind === kind);
  const children = [
    ...ofKind('Cluster').flatMap(cluster =>
      clusterChildren(cluster as CnpgCluster, nodes),
    ),
    ...ofKind('StatefulSet').flatMap(statefulSet =>
      statefulSetChildren(statefulSet as StatefulSet, nodes),
    ),
  ].map(child => giveMetadata(kubernetesCluster, child, moment));
  const made = mergeObjects([...children, ...operated]);
  const pods = made.filter(({ kind }) => kind === 'Pod');
  const endpoints = ofKind('Service')
    .flatMap(service => serviceEndpoints(service, pods))
    .map(slice => giveMetadata(kubernetesCluster, slice, moment));
  return mergeObjects([...endpoints, ...made]);
}

function giveMetadata(
  kubernetesCluster: string,
  object: KubeObject,
  moment: Moment,
): KubeObject {
  const { kind, metadata } = object;
  return {
    ...object,
    metadata: {
      uid: uidOf(kubernetesCluster, { kind, ...metadata }),
      creationTimestamp: renderInstant(AGE, moment),
      ...metadata,
    },
  };
}
