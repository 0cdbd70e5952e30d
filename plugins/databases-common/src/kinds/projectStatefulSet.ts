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
import { CharacterBudget } from './CharacterBudget';
import { findOperator } from './findOperator';
import { readPodResources } from './readPodResources';
import { readPodVariables } from './readPodVariables';
import { recognizeDatabase } from './recognizeDatabase';
import { shortImage } from './shortImage';
import { shortText } from './shortText';
import { StatefulSetData, VolumeTemplate } from './StatefulSetData';
import { readWorkload } from './workload';

/** What is kept at most, in characters of JSON: of its lists, of each kind of labels, and so on. */
const MOST = 700;
const MOST_LABELS = 350;
const MOST_SECRETS = 250;
const MOST_ANNOTATIONS = 500;

/** Labels that tell what it is and whose. */
const telling =
  /^(app\.kubernetes\.io\/(name|instance|component|managed-by|part-of)|basewell\.dev\/(app|environment)|helm\.neo4j\.com\/(neo4j\.name|instance|clustering|pod_category))$/;

/** Of StatefulSets those that run databases, that an operator made, or that read Secrets. */
export function projectStatefulSet(
  object: KubeObject,
): StatefulSetData | undefined {
  const database = recognizeDatabase(object);
  const owner = findOperator(object);
  const workload = readWorkload(object, MOST_SECRETS);
  if (!database && !owner && !workload.secrets.length && !workload.vaultAgent) {
    return undefined;
  }
  const fields = Fields.of(object);
  const spec = fields.at('spec');
  const pod = spec.at('template', 'spec');
  const budget = new CharacterBudget(MOST);
  const volumes = budget.keep(readVolumes(spec));
  const images = budget.keep(readImages(pod));
  const claims = budget.keep(
    pod
      .list('volumes')
      .flatMap(
        volume => volume.string('persistentVolumeClaim', 'claimName') ?? [],
      ),
  );
  const variables = readPodVariables(pod);
  const secretKeys = budget.keep(variables.secretKeys);
  const literals = budget.keep(variables.literals);
  const switches = budget.keep(variables.switches);
  return {
    ...workload,
    database,
    owner,
    labels: Object.fromEntries(
      new CharacterBudget(MOST_LABELS).keep(
        Object.entries(
          labelsOf(fields.at('metadata'), name => telling.test(name)),
        ),
      ).kept,
    ),
    annotations: readAnnotations(fields),
    images: images.kept,
    ports: pod
      .list('containers')
      .flatMap(container => container.list('ports'))
      .flatMap(port => port.number('containerPort') ?? [])
      .slice(0, 10),
    volumes: volumes.kept,
    claims: claims.kept,
    claimsWhenDeleted: shortText(
      spec.string('persistentVolumeClaimRetentionPolicy', 'whenDeleted'),
      20,
    ),
    serviceName: spec.string('serviceName'),
    selector: fitting(labelsOf(spec.at('template', 'metadata'), () => true)),
    firstOrdinal: spec.number('ordinals', 'start') || undefined,
    generation: fields.number('metadata', 'generation'),
    status: fields.entries('status').length
      ? readStatus(fields.at('status'))
      : undefined,
    updateStrategy: shortText(spec.string('updateStrategy', 'type'), 20),
    updatePartition: spec.number(
      'updateStrategy',
      'rollingUpdate',
      'partition',
    ),
    ...readPodResources(pod),
    antiAffinity:
      pod.at('affinity', 'podAntiAffinity').present ||
      pod.list('topologySpreadConstraints').length > 0,
    secretKeys: secretKeys.kept,
    literals: literals.kept,
    authentication: variables.authentication,
    switches: switches.kept,
    cut:
      [volumes, images, claims, secretKeys, literals, switches].reduce(
        (sum, { cut = 0 }) => sum + cut,
        0,
      ) || undefined,
  };
}

/** What others need first is kept first. */
const annotations: {
  readonly [key in keyof StatefulSetData['annotations']]-?: string;
} = {
  engine: 'basewell.dev/engine',
  owner: 'basewell.dev/owner',
  service: 'basewell.dev/service',
  trackingId: 'argocd.argoproj.io/tracking-id',
  syncOptions: 'argocd.argoproj.io/sync-options',
  resourcePolicy: 'helm.sh/resource-policy',
  runtimeSecrets: 'basewell.dev/runtime-secrets',
  vaultPath: 'basewell.dev/vault-path',
  expects: 'basewell.dev/expects',
};

function readAnnotations(fields: Fields): StatefulSetData['annotations'] {
  const found = Object.entries(annotations).flatMap(([key, name]) => {
    const text = fields.string('metadata', 'annotations', name);
    return text === undefined ? [] : [[key, shortText(text, 240)!] as const];
  });
  return Object.fromEntries(
    new CharacterBudget(MOST_ANNOTATIONS).keep(found).kept,
  );
}

function readImages(pod: Fields): StatefulSetData['images'] {
  return pod.list('containers').map(container => ({
    container: shortText(container.string('name'), 63) ?? '',
    image: shortImage(container.string('image')) ?? '',
  }));
}

function readVolumes(spec: Fields): readonly VolumeTemplate[] {
  return spec.list('volumeClaimTemplates').map(template => ({
    name: shortText(template.string('metadata', 'name'), 63) ?? '',
    size: shortText(
      template.string('spec', 'resources', 'requests', 'storage'),
      20,
    ),
    storageClass: shortText(template.string('spec', 'storageClassName'), 63),
  }));
}

function readStatus(status: Fields): StatefulSetData['status'] {
  return {
    replicas: status.number('replicas'),
    ready: status.number('readyReplicas'),
    updated: status.number('updatedReplicas'),
    currentRevision: shortText(status.string('currentRevision'), 80),
    updateRevision: shortText(status.string('updateRevision'), 80),
    observedGeneration: status.number('observedGeneration'),
  };
}

function labelsOf(
  meta: Fields,
  isWanted: (label: string) => boolean,
): { readonly [label: string]: string } {
  return Object.fromEntries(
    meta.entries('labels').flatMap(([label, value]) => {
      const text = value.string();
      return text !== undefined && isWanted(label)
        ? [[label, text.slice(0, 63)]]
        : [];
    }),
  );
}

/** With half of them nobody could tell whether a service selects the pods. */
function fitting<T>(labels: T): T | undefined {
  return JSON.stringify(labels).length <= MOST_LABELS ? labels : undefined;
}
