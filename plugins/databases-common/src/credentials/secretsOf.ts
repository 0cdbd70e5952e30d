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

import { ClusterData } from '../kinds';
import { CredentialChain, Fact } from '../model';
import { SecretName } from './CredentialObservation';

/**
 * A Secret that a database or its apps use.
 *
 * @public
 */
export interface SecretUse extends SecretName {
  readonly purpose: CredentialChain['purpose'];
  readonly role?: string;
  /** Whether CloudNativePG makes it, for nobody else was named. */
  readonly generated?: boolean;
}

/**
 * The Secrets that CloudNativePG takes passwords from, or makes: of the owner of
 * the main database, of the superuser, of managed roles. A cluster that follows
 * another has the roles of that one.
 */
export function secretsOf(cluster: Fact<ClusterData>): readonly SecretUse[] {
  const { namespace = '', name, data } = cluster;
  const { spec } = data;
  // A recovery without an owner keeps the roles and passwords of its source.
  const hasApp =
    !spec.replicaEnabled &&
    (spec.secret !== undefined ||
      spec.owner !== undefined ||
      spec.bootstrap === undefined ||
      spec.bootstrap === 'initdb');
  const app: readonly SecretUse[] = hasApp
    ? [
        {
          namespace,
          name: spec.secret ?? `${name}-app`,
          purpose: 'app',
          role: spec.owner ?? spec.database ?? 'app',
          generated: spec.secret === undefined,
        },
      ]
    : [];
  const superuser: readonly SecretUse[] = spec.superuser?.enabled
    ? [
        {
          namespace,
          name: spec.superuser.secret ?? `${name}-superuser`,
          purpose: 'superuser',
          role: 'postgres',
          generated: spec.superuser.secret === undefined,
        },
      ]
    : [];
  return [
    ...app,
    ...(spec.roles ?? []).map((role): SecretUse => ({
      namespace,
      name: role.secret,
      purpose: 'role',
      role: role.name,
    })),
    ...superuser,
  ];
}
