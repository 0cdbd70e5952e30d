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

import { createHash } from 'node:crypto';
import { DatabaseIdentity } from '@basewell/plugin-databases-common';

const LONGEST = 63;
const HASH = 8;

/** What may stand in a name as it is; dots part what the name is made of. */
const PLAIN = /^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$/;

/**
 * `<engine>.<namespace>.<name>[.<database>].<Kubernetes cluster>`: the name of an
 * entity, which never changes, and which no other database has, in whatever
 * Kubernetes cluster it is. What is too long, or has other characters, is cut and
 * gets a hash of the database's id: entity references know no capitals.
 */
export function entityName(identity: DatabaseIdentity): string {
  const { id, engine, namespace, name, database, instance, kubernetesCluster } =
    identity;
  const parts = [
    engine,
    namespace,
    name,
    ...(instance === undefined ? [] : [database ?? '']),
    kubernetesCluster,
  ];
  const plain = parts.join('.');
  if (plain.length <= LONGEST && parts.every(part => PLAIN.test(part))) {
    return plain;
  }
  const hash = createHash('sha256').update(id).digest('hex').slice(0, HASH);
  const words = plain
    .toLowerCase()
    .replace(/[^a-z0-9_.-]+/g, '-')
    .slice(0, LONGEST - HASH - 1)
    .replace(/[^a-z0-9]+$/, '');
  return `${words}-${hash}`;
}
