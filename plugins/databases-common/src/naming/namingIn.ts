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

import { SharedCluster } from '../model';
import { NamingTarget } from './NamingTarget';

/**
 * How names are made in a cluster that stands: its own are given, and the
 * password is that of a role, not of a bootstrap. CloudNativePG makes none for
 * roles.
 *
 * @param cluster - left out: the database gets a cluster of its own
 * @public
 */
export function namingIn(
  target: NamingTarget,
  cluster: Pick<SharedCluster, 'name' | 'namespace'> | undefined,
): NamingTarget {
  const { names } = target;
  return cluster
    ? {
        ...target,
        names: {
          ...names,
          cluster: cluster.name,
          databasesNamespace: cluster.namespace,
          bootstrapSecret: names.roleSecret,
        },
        sharedBootstrapSecret: false,
        generatedBootstrapSecret: false,
      }
    : target;
}
