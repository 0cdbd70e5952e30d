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

import { z } from 'zod';
import { parseQuantity, suggestQuantity } from '../quantities';
import { checkRetention, checkSchedule } from '../schedules';

/** Long enough for every name; the limit of each is checked in `naming/`. */
const name = z.string().trim().min(1, 'is empty').max(253, 'is too long');

/** `kind:namespace/name`, as `stringifyEntityRef` writes it. */
const entityRef = z
  .string()
  .regex(
    /^[a-z0-9-]+:[a-z0-9._-]+\/[a-z0-9._-]+$/i,
    'is not an entity reference; write kind:namespace/name, such as component:default/shop',
  );

const sentence = z
  .string()
  .trim()
  .max(1000, 'is longer than 1000 characters; say it shorter');

function quantity(example: string) {
  return z.string().superRefine((text, context) => {
    if (!((parseQuantity(text) ?? 0) > 0)) {
      context.addIssue({
        code: 'custom',
        message: `${JSON.stringify(
          text,
        )} is not a Kubernetes quantity; write ${suggestQuantity(
          text,
          example,
        )}`,
      });
    }
  });
}

function checked(check: (text: string) => string | undefined) {
  return z.string().superRefine((text, context) => {
    const problem = check(text);
    if (problem) {
      context.addIssue({
        code: 'custom',
        message: `${JSON.stringify(text)} ${problem}`,
      });
    }
  });
}

const date = z
  .string()
  .refine(
    text =>
      /^\d{4}-\d{2}-\d{2}$/.test(text) &&
      new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text),
    'is not a day; write YYYY-MM-DD',
  );

const count = z
  .number({ invalid_type_error: 'is not a number' })
  .int('is not a whole number')
  .min(1, 'is less than 1')
  .max(100, 'is more than 100');

/** A version may be written without quotes in YAML. */
const version = z
  .union([z.string(), z.number().transform(String)])
  .pipe(
    z.string().regex(/^[0-9]+$/, 'is not a major version; write it like "17"'),
  );

function perEnvironment<T extends z.ZodTypeAny>(value: T) {
  return z.union([value, z.record(value)]);
}

const backup = z
  .object({
    method: name.optional(),
    schedule: checked(checkSchedule).optional(),
    retention: checked(checkRetention).optional(),
  })
  .strict();

const pooler = z
  .object({
    mode: z.enum(['session', 'transaction']).optional(),
    instances: count.optional(),
  })
  .strict();

const environment = z
  .object({
    name,
    sharedCluster: name.optional(),
    inChart: z.boolean().optional(),
    size: name.optional(),
    instances: count.optional(),
    storage: quantity('5Gi').optional(),
    storageClass: name.optional(),
    resources: z
      .object({
        cpu: quantity('500m').optional(),
        memory: quantity('1Gi').optional(),
      })
      .strict()
      .optional(),
    backup: z.union([z.literal(false), backup]).optional(),
    pooler: z.union([z.literal(false), pooler]).optional(),
    monitoring: z.boolean().optional(),
  })
  .strict();

const logicalDatabase = z
  .object({
    name,
    owner: name.optional(),
    extensions: z.array(name).max(50, 'are more than 50').optional(),
  })
  .strict();

const names = z
  .object({
    appNamespace: perEnvironment(name),
    databasesNamespace: perEnvironment(name),
    cluster: perEnvironment(name),
    database: perEnvironment(name),
    owner: perEnvironment(name),
    bootstrapSecret: perEnvironment(name),
    runtimeSecret: perEnvironment(name),
    databaseApplication: perEnvironment(name),
    appApplication: perEnvironment(name),
  })
  .partial()
  .strict();

const waiver = z
  .object({
    rule: name,
    reason: sentence.min(1, 'is empty'),
    until: date.optional(),
  })
  .strict();

/**
 * The one schema of a database request: form, command line and API. What a
 * target allows (its environments, sizes, versions) is judged by the policy
 * rule `request-fits-target`, what names allow by `naming`.
 *
 * @public
 */
export const databaseRequestSchema = z
  .object({
    apiVersion: z.literal('basewell.dev/v1alpha1'),
    kind: z.literal('DatabaseRequest'),
    metadata: z.object({ name }).strict(),
    spec: z
      .object({
        service: entityRef.optional(),
        owner: entityRef.optional(),
        target: name.optional(),
        reason: sentence.optional(),
        engine: name.default('cnpg'),
        version: version.default('17'),
        environments: z
          .array(environment)
          .min(1, 'are empty; name at least one, such as [{name: dev}]')
          .max(20, 'are more than 20')
          .superRefine(refuseTwins('environment')),
        databases: z
          .array(logicalDatabase)
          .max(50, 'are more than 50')
          .superRefine(refuseTwins('database'))
          .default([]),
        names: names.default({}),
        waivers: z.array(waiver).max(50, 'are more than 50').default([]),
      })
      .strict(),
  })
  .strict();

function refuseTwins(what: string) {
  return (
    items: readonly { readonly name: string }[],
    context: z.RefinementCtx,
  ) => {
    items.forEach((item, index) => {
      if (items.findIndex(other => other.name === item.name) < index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `"${item.name}" is there twice; name each ${what} once`,
        });
      }
    });
  };
}
