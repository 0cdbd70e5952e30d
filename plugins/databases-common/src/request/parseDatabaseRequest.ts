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
import { z } from 'zod';
import { DatabaseRequest } from '../model';
import { databaseRequestSchema } from './databaseRequestSchema';
import { suggestWord } from './suggestWord';

/**
 * Reads a request as a person, a form or a program wrote it, and fills in the
 * defaults.
 *
 * @throws InputError that names every wrong field by its path and says what to
 *   write, one a line:
 *   `spec.environments[1].storage: "20GB" is not a Kubernetes quantity; write 20Gi`
 * @public
 */
export function parseDatabaseRequest(input: unknown): DatabaseRequest {
  const parsed = databaseRequestSchema.safeParse(input);
  if (parsed.success) {
    return parsed.data;
  }
  const lines = parsed.error.issues.flatMap(issue => explain(issue));
  throw new InputError([...new Set(lines)].join('\n'));
}

function explain(issue: z.ZodIssue): string[] {
  const where = fieldPath(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => {
        const known = knownKeys(issue.path);
        const meant = suggestWord(key, known);
        return `${fieldPath([...issue.path, key])}: there is no such field; ${
          meant ? `did you mean "${meant}"?` : `known are ${known.join(', ')}`
        }`;
      });
    case 'invalid_union':
      return explainUnion(issue);
    case 'invalid_literal':
      return [`${where}: write ${JSON.stringify(issue.expected)}`];
    case 'invalid_enum_value':
      return [
        `${where}: "${issue.received}" is none of ${issue.options.join(', ')}`,
      ];
    case 'invalid_type':
      return [
        issue.received === 'undefined'
          ? `${where}: is missing; it is ${article(issue.expected)}`
          : `${where}: is ${article(issue.received)}, not ${article(
              issue.expected,
            )}`,
      ];
    default:
      return [`${where}: ${issue.message}`];
  }
}

/** Of a union, the branch that came furthest says what is wrong. */
function explainUnion({ path, unionErrors }: z.ZodInvalidUnionIssue): string[] {
  const furthest = unionErrors.find(({ issues }) =>
    issues.some(issue => !isMismatch(issue, path)),
  );
  if (furthest) {
    return furthest.issues.flatMap(explain);
  }
  const shapes = unionErrors.flatMap(({ issues }) => issues.map(expectation));
  return [`${fieldPath(path)}: write ${shapes.join(', or ')}`];
}

/** Whether the value as a whole is of another type than this branch wants. */
function isMismatch(
  issue: z.ZodIssue,
  path: readonly (string | number)[],
): boolean {
  return (
    issue.path.length === path.length &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_literal')
  );
}

function expectation(issue: z.ZodIssue): string {
  switch (issue.code) {
    case 'invalid_literal':
      return JSON.stringify(issue.expected);
    case 'invalid_type':
      return article(issue.expected);
    default:
      return issue.message;
  }
}

function fieldPath(path: readonly (string | number)[]): string {
  return (
    path
      .map(segment =>
        typeof segment === 'number' ? `[${segment}]` : `.${segment}`,
      )
      .join('')
      .replace(/^\./, '') || 'request'
  );
}

function article(type: string): string {
  switch (type) {
    case 'object':
      return 'a map of fields';
    case 'array':
      return 'a list';
    case 'null':
      return 'empty';
    case 'boolean':
      return 'true or false';
    default:
      return `a ${type}`;
  }
}

/** The fields that the schema has at this path. */
function knownKeys(path: readonly (string | number)[]): string[] {
  let schemas: z.ZodTypeAny[] = [databaseRequestSchema];
  for (const segment of path) {
    schemas = schemas.flatMap(schema => step(unwrap(schema), segment));
  }
  return schemas
    .flatMap(unwrap)
    .flatMap(schema =>
      schema instanceof z.ZodObject ? Object.keys(schema.shape) : [],
    );
}

function step(
  schemas: readonly z.ZodTypeAny[],
  segment: string | number,
): z.ZodTypeAny[] {
  return schemas.flatMap(schema => {
    if (schema instanceof z.ZodObject) {
      const next = schema.shape[segment];
      return next ? [next] : [];
    }
    return schema instanceof z.ZodArray ? [schema.element] : [];
  });
}

/** Looks through defaults, optionals, refinements and unions. */
function unwrap(schema: z.ZodTypeAny): z.ZodTypeAny[] {
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap(unwrap);
  }
  if (schema instanceof z.ZodEffects) {
    return unwrap(schema.innerType());
  }
  if (schema instanceof z.ZodDefault) {
    return unwrap(schema.removeDefault());
  }
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : [schema];
}
