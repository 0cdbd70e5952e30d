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

import { EngineProvision } from '../engines';
import { LayoutContext, SharedClusterParts } from '../layouts';
import { violation } from '../messages';
import {
  DatabaseRequest,
  EnvironmentRequest,
  Obstacle,
  SharedCluster,
} from '../model';

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
 * The cluster of the target that takes a database in, when the request names
 * one: does the target have it, is it where the target says, and does the
 * request leave to it what is its own.
 *
 * @param field - path of the environment in the request
 */
export function findSharedCluster(
  wanted: EnvironmentRequest,
  options: {
    readonly request: DatabaseRequest;
    readonly house: LayoutContext;
    readonly engine: EngineProvision;
    readonly field: string;
  },
): { readonly found?: SharedClusterParts; readonly problems: Obstacle[] } {
  const { request, house, engine, field } = options;
  const { sharedCluster: name, name: environment } = wanted;
  const { id, options: target } = house.target;
  const fits = (
    where: string,
    problem: ReturnType<typeof violation>,
  ): Obstacle => ({ rule: 'request-fits-target', field: where, ...problem });
  const here = `${field}.sharedCluster`;
  const known = engine.shared
    ? target.sharedClusters.filter(other =>
        other.environments.includes(environment),
      )
    : [];
  const cluster = known.find(other => other.name === name);
  if (name === undefined || !cluster) {
    return {
      problems:
        name === undefined
          ? []
          : [
              fits(
                here,
                violation('requestFitsTarget.sharedCluster', {
                  target: id,
                  cluster: name,
                  environment,
                  known: known.map(other => other.name),
                }),
              ),
            ],
    };
  }
  const { path, namespace } = cluster;
  const provision = engine.shared!;
  const declaration = provision.read(
    house.view.platform.read(path) ?? '',
    cluster,
  );
  return {
    ...(declaration && { found: { cluster, declaration, provision } }),
    problems: [
      ...notItsOwn(request, wanted, field).map(own =>
        fits(
          own,
          violation('requestFitsTarget.sharedField', {
            environment,
            cluster: name,
            field: own,
          }),
        ),
      ),
      ...(target.credentials.source === 'operator-generated'
        ? [
            fits(
              here,
              violation('requestFitsTarget.sharedGenerated', { cluster: name }),
            ),
          ]
        : []),
      ...(declaration ? [] : [missingIn({ path, name, namespace })]),
    ],
  };

  function missingIn(
    place: Pick<SharedCluster, 'path' | 'name' | 'namespace'>,
  ): Obstacle {
    return {
      ...fits(
        here,
        violation('requestFitsTarget.sharedFile', {
          path: place.path,
          cluster: place.name,
          namespace: place.namespace,
        }),
      ),
      evidence: [{ object: place.path }],
    };
  }
}

/** Fields that are given though the cluster decides them. */
function notItsOwn(
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
