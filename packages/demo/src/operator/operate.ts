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
      default:
        return reportSecret(object, moment);
    }
  });
  const children = operated
    .filter(({ kind }) => kind === 'Cluster')
    .flatMap(cluster => clusterChildren(cluster as CnpgCluster, nodes))
    .map(child => giveMetadata(kubernetesCluster, child, moment));

  return mergeObjects([...children, ...operated]);
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
