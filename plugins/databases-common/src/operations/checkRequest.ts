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

import { Engine, EngineProvision } from '../engines';
import { violation } from '../messages';
import { DatabaseRequest, Obstacle, PlanContext } from '../model';
import { checkAppKey, checkIdentifier } from '../naming';

/**
 * What is wrong about a request before any database is drafted: does the target
 * have what it names, and are its own names good ones.
 */
export function checkRequest(
  request: DatabaseRequest,
  { target, today }: PlanContext,
  engines: readonly Engine[],
): readonly Obstacle[] {
  const { spec } = request;
  const engine = engines.find(({ id }) => id === spec.engine)?.provision;
  const environments = target.options.environments.map(({ name }) => name);
  const fits = (field: string, problem: ReturnType<typeof violation>) => ({
    rule: 'request-fits-target',
    field,
    ...problem,
  });
  return [
    ...checkAppKey(request.metadata.name, environments),
    ...(spec.target === undefined || spec.target === target.id
      ? []
      : [
          fits(
            'spec.target',
            violation('requestFitsTarget.target', {
              target: spec.target,
              actual: target.id,
            }),
          ),
        ]),
    ...(engine
      ? checkVersion(spec.version, target.options.images, engine, today)
      : [
          fits(
            'spec.engine',
            violation('requestFitsTarget.engine', {
              engine: spec.engine,
              known: engines.filter(e => e.provision).map(({ id }) => id),
            }),
          ),
        ]),
    ...spec.environments.flatMap(({ name }, index) =>
      environments.includes(name)
        ? []
        : fits(
            `spec.environments[${index}].name`,
            violation('requestFitsTarget.environment', {
              target: target.id,
              environment: name,
              known: environments,
            }),
          ),
    ),
    ...checkOverrides(request),
    ...checkLogicalDatabases(request),
  ];
}

function checkVersion(
  version: string,
  images: { readonly [version: string]: string },
  { versions }: EngineProvision,
  today: string,
): readonly Obstacle[] {
  const field = 'spec.version';
  const rule = 'supported-version';
  const alive = versions.filter(({ endOfLife }) => endOfLife >= today);
  const known = Object.keys(images)
    .filter(
      candidate =>
        alive.some(other => other.version === candidate) ||
        !versions.some(other => other.version === candidate),
    )
    .sort((one, other) => Number(other) - Number(one));
  if (!Object.hasOwn(images, version)) {
    return [
      {
        rule,
        field,
        ...violation('supportedVersion.unknown', { version, known }),
      },
    ];
  }
  return versions
    .filter(other => other.version === version && other.endOfLife < today)
    .map(({ endOfLife }) => ({
      rule,
      field,
      severity: 'warning' as const,
      ...violation('supportedVersion.endOfLife', {
        version,
        date: endOfLife,
        known,
      }),
    }));
}

/** A name for an environment that is not asked for is most likely mistyped. */
function checkOverrides({ spec }: DatabaseRequest): readonly Obstacle[] {
  return Object.entries(spec.names).flatMap(([what, override]) =>
    typeof override === 'object'
      ? Object.keys(override)
          .filter(name => !spec.environments.some(other => other.name === name))
          .map(environment => ({
            rule: 'request-fits-target',
            field: `spec.names.${what}.${environment}`,
            ...violation('requestFitsTarget.nameOf', { what, environment }),
          }))
      : [],
  );
}

function checkLogicalDatabases({ spec }: DatabaseRequest): readonly Obstacle[] {
  return spec.databases.flatMap(({ name, owner }, index) => {
    const problems = [
      { field: 'name', problem: checkIdentifier('database', name) },
      {
        field: 'owner',
        problem:
          owner === undefined ? undefined : checkIdentifier('owner', owner),
      },
    ];
    return problems.flatMap(({ field, problem }) =>
      problem
        ? {
            rule: 'naming',
            field: `spec.databases[${index}].${field}`,
            ...problem,
          }
        : [],
    );
  });
}
