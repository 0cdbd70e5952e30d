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

import { Entity } from '@backstage/catalog-model';
import { DATABASE_ID_ANNOTATION, DATABASES_ANNOTATION } from './annotations';
import { parseDatabaseId } from './parseDatabaseId';
import { parseDatabaseReference } from './parseDatabaseReference';

/** The Kubernetes plugin looks for a service there. */
const KUBERNETES_NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';
/** RFC 1123: it becomes part of a path, where `..` would lead elsewhere. */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * The namespaces of a Kubernetes cluster in which an entity says that its
 * databases, or it itself, may be. It says nothing of others.
 *
 * @public
 */
export function namespacesOf(
  entity: Entity,
  kubernetesCluster: string,
): readonly string[] {
  const { annotations = {} } = entity.metadata;
  const place = parseDatabaseId(annotations[DATABASE_ID_ANNOTATION] ?? '');
  const references = (annotations[DATABASES_ANNOTATION] ?? '')
    .split(',')
    .flatMap(text => parseDatabaseReference(text.trim()) ?? []);
  const places = [...(place ? [place] : []), ...references];
  const own = annotations[KUBERNETES_NAMESPACE_ANNOTATION];
  return [
    ...new Set([
      ...places
        .filter(named =>
          [undefined, '*', kubernetesCluster].includes(named.kubernetesCluster),
        )
        .map(({ namespace }) => namespace),
      ...(own ? [own] : []),
    ]),
  ].filter(namespace => NAMESPACE.test(namespace));
}
