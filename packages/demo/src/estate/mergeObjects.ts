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

import { KubeObject } from '../kubernetes/KubeObject';
import { Json, mergePatch } from './mergePatch';

/**
 * One object for each kind, namespace and name: a later one says what is
 * different from an earlier one.
 *
 * @internal
 */
export function mergeObjects(
  objects: readonly KubeObject[],
): readonly KubeObject[] {
  const merged = new Map<string, KubeObject>();
  for (const object of objects) {
    const key = objectKey(object);
    const earlier = merged.get(key);
    merged.set(
      key,
      earlier ? (mergePatch(earlier as Json, object as Json) as any) : object,
    );
  }
  return [...merged.values()];
}

/** What tells two objects of a Kubernetes cluster apart. @internal */
export function objectKey({ kind, metadata }: KubeObject): string {
  return `${kind}/${metadata.namespace ?? ''}/${metadata.name}`;
}
