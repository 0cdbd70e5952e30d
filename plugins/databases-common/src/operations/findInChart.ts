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

import { LayoutContext } from '../layouts';
import { isInSharedCluster } from '../layouts/isInSharedCluster';
import { TargetPaths } from '../layouts/TargetPaths';
import { violation } from '../messages';
import { DatabaseRequest, EnvironmentRequest, Obstacle } from '../model';
import { namingTarget, resolveNames } from '../naming';
import { notItsOwn } from './notItsOwn';

/**
 * Whether the chart of the app may bring the database, when the request asks for
 * that: does the target allow it, does the request leave to the chart what is the
 * chart's, and is there no other database that the app would lose.
 *
 * @param field - path of the environment in the request
 */
export function findInChart(
  wanted: EnvironmentRequest,
  options: {
    readonly request: DatabaseRequest;
    readonly house: LayoutContext;
    readonly field: string;
  },
): { readonly found: boolean; readonly problems: readonly Obstacle[] } {
  const { request, house, field } = options;
  const { id, options: target } = house.target;
  const { name: environment } = wanted;
  if (!wanted.inChart) {
    return { found: false, problems: [] };
  }
  const here = `${field}.inChart`;
  const fits = (
    where: string,
    problem: ReturnType<typeof violation>,
  ): Obstacle => ({ rule: 'request-fits-target', field: where, ...problem });
  if (!target.inChart.environments.includes(environment)) {
    return {
      found: true,
      problems: [
        fits(
          here,
          violation('requestFitsTarget.inChart', {
            target: id,
            environment,
            option: 'inChart.environments',
          }),
        ),
      ],
    };
  }
  const { names } = resolveNames(
    house.app,
    environment,
    namingTarget(house.target),
  );
  const paths = new TargetPaths(house.target, house.app, environment, names);
  return {
    found: true,
    problems: [
      ...[
        ...notItsOwn(request, wanted, field),
        ...(wanted.sharedCluster === undefined
          ? []
          : [`${field}.sharedCluster`]),
        ...(request.spec.databases.length ? ['spec.databases'] : []),
      ].map(own =>
        fits(
          own,
          violation('requestFitsTarget.inChartField', {
            environment,
            field: own,
          }),
        ),
      ),
      ...(target.credentials.source === 'operator-generated'
        ? [fits(here, violation('requestFitsTarget.inChartGenerated', {}))]
        : []),
      ...standing(),
    ],
  };

  /** The app would be led away from data that nobody has copied. */
  function standing(): readonly Obstacle[] {
    const path = `${paths.clusterFolder}/cluster.yaml`;
    return house.view.platform.read(path) !== undefined ||
      isInSharedCluster(house, environment)
      ? [
          {
            rule: 'name-taken',
            field: here,
            ...violation('nameTaken.ownCluster', {
              app: house.app,
              environment,
            }),
            evidence: [{ object: path }],
          },
        ]
      : [];
  }
}
