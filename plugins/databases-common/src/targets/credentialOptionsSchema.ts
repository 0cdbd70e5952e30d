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

const text = z.string().min(1);
/** As Go's time.ParseDuration reads it, with one unit; VaultStaticSecrets take no more. */
const duration = z
  .string()
  .regex(/^\d+(\.\d+)?[smh]$/, 'must be a duration such as 30s, 1m or 1h');

const placeholders = [
  ...['app', 'app_', 'env', '-env'],
  ...['appNamespace', 'databasesNamespace', 'cluster', 'database', 'owner'],
  ...['bootstrapSecret', 'runtimeSecret', 'writerHost'],
  ...['databaseApplication', 'appApplication'],
];
/** Text in which the names of a database are filled in. */
const template = text.superRefine((value, context) => {
  for (const [whole, name] of value.matchAll(/\{([^{}]*)\}/g)) {
    if (!placeholders.includes(name)) {
      context.addIssue({
        code: 'custom',
        message: `has the placeholder ${whole}, which means nothing; known are ${placeholders.map(known => `{${known}}`).join(', ')}`,
      });
    }
  }
});
/** It ends up in a path of Vault's API and in a command that people copy. */
const vaultPath = template.and(
  z
    .string()
    .regex(
      /^[\w{}.@-]+(\/[\w{}.@-]+)*$/,
      'must be names with slashes between, such as apps/{app}/{env}',
    )
    .refine(
      value => !value.split('/').some(part => part === '.' || part === '..'),
      'must not have "." or ".." in it',
    ),
);

const store = z
  .object({
    kind: z
      .enum(['ClusterSecretStore', 'SecretStore'])
      .default('ClusterSecretStore'),
    name: template,
  })
  .strict();

const auth = z.discriminatedUnion('from', [
  z
    .object({
      from: z.literal('created'),
      name: template.default('{cluster}'),
      mount: vaultPath.default('kubernetes'),
      role: template.default('{app}-{env}'),
      serviceAccount: template.default('default'),
      audiences: z.array(text).default([]),
    })
    .strict(),
  z.object({ from: z.literal('reference'), name: template }).strict(),
]);

const connection = z
  .object({
    name: text.default('vault'),
    address: z
      .string()
      .url()
      .refine(
        value => value.startsWith('https://'),
        'must begin with https://: passwords travel there',
      )
      .optional(),
    caCertSecret: text.optional(),
    tlsServerName: text.optional(),
  })
  .strict();

/**
 * `options.credentials` of a target. What belongs to a source comes with it: a
 * target that names another source does not inherit it.
 *
 * @internal
 */
export const credentialOptionsSchema = z.discriminatedUnion('source', [
  z.object({ source: z.literal('sops') }).strict(),
  z
    .object({
      source: z.literal('vault-static'),
      engine: z.enum(['kv-v1', 'kv-v2']).default('kv-v2'),
      mount: vaultPath.default('kv'),
      path: vaultPath.default('apps/{app}/{env}'),
      namespace: vaultPath.optional(),
      passwordKey: text.default('password'),
      refreshAfter: duration.default('1m'),
      auth: auth.default({ from: 'created' }),
      connection: connection.optional(),
      restarts: z
        .array(
          z
            .object({
              kind: z
                .enum(['Deployment', 'StatefulSet', 'DaemonSet'])
                .default('Deployment'),
              name: template,
            })
            .strict(),
        )
        .default([]),
    })
    .strict(),
  z
    .object({
      source: z.literal('external-secret'),
      store,
      key: template.default('apps/{app}/{env}'),
      passwordProperty: text.default('password'),
      refreshInterval: duration.default('1m'),
    })
    .strict(),
  z
    .object({
      source: z.literal('operator-generated'),
      store: z
        .custom<z.infer<typeof store>>(
          value => value !== undefined,
          'is missing: the operator makes its Secret in the databases namespace, and only a store that reads that namespace can carry it to the app',
        )
        .pipe(store),
      refreshInterval: duration.default('1m'),
    })
    .strict(),
]);
