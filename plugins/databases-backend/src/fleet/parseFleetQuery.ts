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

import { InputError } from '@backstage/errors';
import {
  backupStates,
  credentialStates,
  deliveryStates,
  FleetQuery,
  fleetSorts,
  healthStates,
} from '@basewell/plugin-databases-common';
import { z } from 'zod';

const DEFAULT_LIMIT = 50;
const MOST_ROWS = 200;

/** A parameter that may be repeated. */
function listOf<T extends z.ZodTypeAny>(item: T) {
  return z.preprocess(
    value => (value === undefined ? undefined : [value].flat()),
    z.array(item).optional(),
  );
}

function numberUpTo(most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine(value => value <= most)
    .optional();
}

const querySchema = z
  .object({
    search: z.string().max(200).optional(),
    health: listOf(z.enum(healthStates)),
    backup: listOf(z.enum(backupStates)),
    credential: listOf(z.enum(credentialStates)),
    delivery: listOf(z.enum(deliveryStates)),
    owner: listOf(z.string()),
    environment: listOf(z.string()),
    engine: listOf(z.string()),
    kubernetesCluster: listOf(z.string()),
    attention: z
      .enum(['true', 'false'])
      .transform(value => value === 'true')
      .optional(),
    sort: z.enum(fleetSorts).default('worst'),
    order: z.enum(['asc', 'desc']).default('asc'),
    offset: numberUpTo(Number.MAX_SAFE_INTEGER),
    limit: numberUpTo(MOST_ROWS),
  })
  .strict();

/** A query with everything decided. */
export type ParsedFleetQuery = FleetQuery &
  Required<Pick<FleetQuery, 'sort' | 'order' | 'offset' | 'limit'>>;

/**
 * Reads the query of `GET /databases`.
 *
 * @throws InputError that names every parameter that is wrong
 */
export function parseFleetQuery(query: unknown): ParsedFleetQuery {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues.map(issue => `Query: ${describe(issue)}`).join('; '),
    );
  }
  return { ...parsed.data, ...pageOf(parsed.data) };
}

function pageOf({ offset = 0, limit = DEFAULT_LIMIT }): {
  readonly offset: number;
  readonly limit: number;
} {
  return { offset, limit: Math.max(limit, 1) };
}

function describe(issue: z.ZodIssue): string {
  const name = String(issue.path[0]);
  switch (issue.code) {
    case 'unrecognized_keys':
      return `there is no parameter ${issue.keys.join(', ')}; there are ${Object.keys(querySchema.shape).join(', ')}`;
    case 'invalid_enum_value':
      return `${name} has no value "${issue.received}"; there are ${issue.options.join(', ')}`;
    default:
      return ['offset', 'limit'].includes(name)
        ? `${name} must be a whole number${name === 'limit' ? ` up to ${MOST_ROWS}` : ''}`
        : `${name} must be one text of at most 200 characters`;
  }
}
