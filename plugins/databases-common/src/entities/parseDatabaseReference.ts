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

/** A database as people name it in an annotation. @public */
export interface DatabaseReference {
  /** `*`: in all of them; left out: in the only one that has it. */
  readonly kubernetesCluster?: string;
  readonly namespace: string;
  readonly name: string;
  /** Of a logical database in the instance; encoded as in its id. */
  readonly database?: string;
}

/**
 * Reads `<namespace>/<name>` or `<Kubernetes cluster>/<namespace>/<name>`, each
 * also with `:<database>` behind it.
 *
 * @returns `undefined` for anything else
 * @public
 */
export function parseDatabaseReference(
  text: string,
): DatabaseReference | undefined {
  const parts = text.split('/');
  const [name, database, ...rest] = (parts.pop() ?? '').split(':');
  const namespace = parts.pop() ?? '';
  const [kubernetesCluster] = parts;
  return parts.length < 2 &&
    !rest.length &&
    database !== '' &&
    [namespace, name].every(part =>
      /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(part),
    ) &&
    (kubernetesCluster === undefined || /^\S+$/.test(kubernetesCluster))
    ? {
        ...(kubernetesCluster && { kubernetesCluster }),
        namespace,
        name,
        ...(database && { database }),
      }
    : undefined;
}
