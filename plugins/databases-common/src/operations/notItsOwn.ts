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

import { DatabaseRequest, EnvironmentRequest } from '../model';

/** What only a cluster of one's own can have otherwise than it is. */
const clusterFields = [
  'size',
  'instances',
  'storage',
  'storageClass',
  'resources',
  'backup',
  'pooler',
  'monitoring',
] as const;

/**
 * Fields of a request that are given though somebody else decides them: the
 * shared cluster, or the chart.
 *
 * @param field - path of the environment in the request
 */
export function notItsOwn(
  { spec }: DatabaseRequest,
  wanted: EnvironmentRequest,
  field: string,
): readonly string[] {
  const isNamed = (name: 'cluster' | 'databasesNamespace') => {
    const override = spec.names[name];
    return typeof override === 'object'
      ? Object.hasOwn(override, wanted.name)
      : override !== undefined;
  };
  return [
    ...clusterFields
      .filter(name => wanted[name] !== undefined && wanted[name] !== false)
      .map(name => `${field}.${name}`),
    ...(['cluster', 'databasesNamespace'] as const)
      .filter(isNamed)
      .map(name => `spec.names.${name}`),
  ];
}
