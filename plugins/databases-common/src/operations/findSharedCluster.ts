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
import { readDocuments } from '../layouts/readDocuments';
import { readOverlaid } from '../layouts/readOverlaid';
import { violation } from '../messages';
import {
  DatabaseRequest,
  EnvironmentRequest,
  Obstacle,
  SharedCluster,
} from '../model';
import { notItsOwn } from './notItsOwn';

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
  const { text, base } = readOverlaid(house.view.platform, path);
  const declaration = provision.read(text, cluster);
  // A list in a patch takes the place of that in the base, roles of others too.
  const hidden = base
    ? rolesIn(base.document).length > 0 &&
      !rolesIn(readDocuments(house.view.platform.read(path))[0]).length
    : false;
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
      ...(base && hidden
        ? [
            {
              rule: 'agnostic-base',
              ...violation('agnosticBase.sharedRoles', {
                cluster: name,
                path,
                base: base.path,
              }),
              evidence: [{ object: base.path, field: 'spec.managed.roles' }],
            },
          ]
        : []),
      ...(house.target.layout === 'overlays' && /(^|\/)base\//.test(path)
        ? [
            {
              rule: 'agnostic-base',
              ...violation('agnosticBase.shared', {
                cluster: name,
                path,
                environment,
              }),
              evidence: [{ object: path }],
            },
          ]
        : []),
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

function rolesIn(document: { readonly [field: string]: unknown } | undefined) {
  const { managed } = (document?.spec ?? {}) as {
    readonly managed?: { readonly roles?: unknown };
  };
  return Array.isArray(managed?.roles) ? managed.roles : [];
}
