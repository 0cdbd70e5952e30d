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

import { Fact, KubeObject } from '../model';
import { ObservedKind } from './ObservedKind';

/**
 * What is kept of an object, `undefined` when it belongs to no database.
 *
 * @param seen - where and when it was seen
 * @public
 */
export function toFact<Data>(
  kind: ObservedKind<Data>,
  object: KubeObject,
  seen: { readonly kubernetesCluster: string; readonly observedAt: string },
): Fact<Data> | undefined {
  const data = kind.project(object);
  if (data === undefined) {
    return undefined;
  }
  const { metadata } = object;
  return {
    kind: kind.id,
    kubernetesCluster: seen.kubernetesCluster,
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    resourceVersion: metadata.resourceVersion,
    createdAt: metadata.creationTimestamp,
    deletedAt: metadata.deletionTimestamp,
    observedAt: seen.observedAt,
    data,
  };
}
