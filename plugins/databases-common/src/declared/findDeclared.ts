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

import { Engine } from '../engines';
import { isExamplePath } from '../files';
import { Fields as Manifest, isFields } from '../layouts/mergePatch';
import { Fact, KubeObject, TargetEnvironment } from '../model';
import { Fields, ObservedKind, toFact } from '../observation';
import { buildManifests, DocumentsByPath } from './buildManifests';

/** An object that stands for databases, as git declares it. @public */
export interface DeclaredObject {
  /** Of the file that declares it. */
  readonly path: string;
  /** Which environment it is for: the Kubernetes cluster follows from that. */
  readonly environment: string;
  /** As it will be observed; where, is not known yet. */
  readonly fact: Omit<Fact, 'kubernetesCluster'>;
}

const nowhere = { kubernetesCluster: '', observedAt: '' };

const ENVIRONMENT_LABEL = 'basewell.dev/environment';

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?)?$/;

/**
 * The objects in a tree of manifests that will stand for databases. One without a
 * name or a namespace is left out: nobody knows yet what it will be called. So is
 * one that Kubernetes would not take, such as a template with its braces.
 *
 * @param files - documents of a repository's YAML files
 * @param environments - of the targets whose databases are declared there
 * @public
 */
export function findDeclared(
  files: DocumentsByPath,
  engines: readonly Engine[],
  environments: readonly Pick<TargetEnvironment, 'name' | 'production'>[],
): readonly DeclaredObject[] {
  const anchors = engines.flatMap(
    ({ observation }) => observation?.anchors ?? [],
  );
  return buildManifests(files).flatMap(({ path, manifest }) => {
    const anchor = anchors.find(kind => isOfKind(manifest, kind));
    const metadata = Fields.of(manifest).at('metadata');
    const namespace = metadata.string('namespace') ?? '';
    if (!anchor || !isTaken(manifest) || isExamplePath(path)) {
      return [];
    }
    const fact = toFact(anchor, manifest as unknown as KubeObject, nowhere);
    const environment =
      metadata.string('labels', ENVIRONMENT_LABEL) ??
      environmentIn(`${path}/${namespace}`, environments);
    return fact && environment !== undefined
      ? [{ path, environment, fact }]
      : [];
  });
}

/** Whether Kubernetes takes the object under that name and with these labels. */
function isTaken({ metadata }: Manifest): boolean {
  const { name, namespace, labels } = isFields(metadata) ? metadata : {};
  return (
    fits(NAME, name) &&
    fits(NAMESPACE, namespace) &&
    Object.values(isFields(labels) ? labels : {}).every(
      value => value === null || fits(LABEL_VALUE, value),
    )
  );
}

function fits(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isOfKind(
  { apiVersion, kind }: Manifest,
  anchor: ObservedKind,
): boolean {
  if (kind !== anchor.kind || typeof apiVersion !== 'string') {
    return false;
  }
  return apiVersion.split('/').slice(0, -1).join('/') === anchor.group;
}

/** The last word that is one; production is often not named. */
function environmentIn(
  text: string,
  environments: readonly Pick<TargetEnvironment, 'name' | 'production'>[],
): string | undefined {
  const words = text.toLowerCase().split(/[^a-z0-9]+/);
  const named = words.findLast(word =>
    environments.some(({ name }) => name.toLowerCase() === word),
  );
  return (
    environments.find(({ name }) => name.toLowerCase() === named) ??
    environments.find(({ production }) => production) ??
    environments[0]
  )?.name;
}
