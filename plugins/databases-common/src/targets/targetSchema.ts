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
import { credentialOptionsSchema } from './credentialOptionsSchema';

const text = z.string().min(1);
const texts = z.record(text, text);
const path = text
  .refine(value => !value.startsWith('/'), 'must not begin with a slash')
  .refine(
    value => !value.split('/').includes('..'),
    'must not lead out of the repository with ".."',
  );

const repository = z
  .object({ repoUrl: text, branch: text.default('main') })
  .strict();

const environment = z
  .object({
    name: text,
    production: z.boolean().default(false),
    size: text.optional(),
    kubernetesCluster: text.optional(),
  })
  .strict();

const names = z
  .object({
    appNamespace: text,
    databasesNamespace: text,
    cluster: text,
    database: text,
    owner: text,
    bootstrapSecret: text,
    roleSecret: text,
    runtimeSecret: text,
    databaseApplication: text,
    appApplication: text,
  })
  .strict()
  .partial();

const paths = z
  .object({
    clusterFolder: path,
    baseFolder: path,
    bootstrapSecret: path,
    runtimeSecret: path,
    appNamespace: path,
    backupSecret: path,
    credentialManifest: path,
    databaseApplication: path,
    values: path,
    releaseValues: path,
    appApplication: path,
    chart: path,
  })
  .strict()
  .partial();

const argocd = z
  .object({
    namespace: text,
    platformProject: text,
    appProject: text,
    destinationServer: text,
    platformRepoUrl: text,
    appRepoUrl: text,
    automatedDatabases: z.boolean(),
  })
  .strict()
  .partial();

const flux = z
  .object({
    namespace: text,
    platformSource: text,
    appSource: text,
    decryptionSecret: text,
    controllerDecrypts: z.boolean(),
  })
  .strict()
  .partial();

const size = z
  .object({
    title: text,
    instances: z.number().int().min(1),
    storage: text,
    cpu: text,
    memory: text,
  })
  .strict()
  .partial();

const backupCredentials = z.discriminatedUnion('from', [
  z
    .object({
      from: z.literal('reference'),
      secretName: text,
      accessKeyIdKey: text.default('accessKeyId'),
      secretAccessKeyKey: text.default('secretAccessKey'),
    })
    .strict(),
  z.object({ from: z.literal('provided'), secretName: text }).strict(),
]);

const backup = z
  .object({
    method: text,
    schedule: text,
    retention: text,
    destinationPath: text,
    endpointUrl: text,
    objectStore: text,
    credentials: backupCredentials,
  })
  .strict()
  .partial();

const sharedCluster = z
  .object({
    name: text,
    namespace: text,
    path,
    environments: z.array(text).min(1),
  })
  .strict();

const inChart = z
  .object({
    environments: z.array(text),
    cluster: text,
    service: text,
    secret: text,
    values: texts,
  })
  .strict()
  .partial();

const sealedSecrets = z
  .object({
    certificate: text,
    certificateFile: path,
    scope: z.enum(['strict', 'namespace-wide', 'cluster-wide']),
  })
  .strict()
  .partial();

const secrets = z
  .object({
    bootstrap: z.enum(['perEnvironment', 'shared']),
    uriKey: text,
    generatedKeys: z.array(text),
    whenRuntimeSecretExists: z.enum(['report', 'extra']),
    extraRuntimeSecret: text,
    shape: z.enum(['plainSops', 'ksops', 'sopsSecret', 'sealedSecret']),
    postQuantum: z.boolean(),
    fileName: z
      .string()
      .regex(
        /^[^/]*\{secret\}[^/]*\.ya?ml$/,
        'must have {secret} in it, end in .yaml, and name no folder',
      ),
    reflection: z.enum(['auto', 'none']),
    sealedSecrets,
  })
  .strict()
  .partial();

const values = z.object({ env: texts, chartKey: text }).strict().partial();

const policy = z
  .object({ disabled: z.array(text), warnOnly: z.array(text) })
  .strict()
  .partial();

const pullRequests = z
  .object({
    labels: z.array(text.regex(/^[^,]+$/, 'must not have a comma')),
    reviewers: z.enum(['codeowners', 'none']),
  })
  .strict()
  .partial();

/**
 * One entry of `databases.targets` in app-config, and in the configuration file
 * of the command line. Every option may be left out.
 *
 * @public
 */
export const targetSchema = z
  .object({
    id: z
      .string()
      .regex(
        /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
        'must be lower-case letters, digits and dashes',
      ),
    title: text.optional(),
    platform: repository,
    app: repository,
    layout: text.optional(),
    options: z
      .object({
        environments: z.array(environment).min(1),
        names,
        paths,
        argocd,
        flux,
        sizes: z.record(text, size),
        images: texts,
        backup,
        sharedClusters: z.array(sharedCluster),
        inChart,
        monitoring: z.boolean(),
        credentials: credentialOptionsSchema,
        secrets,
        values,
        policy,
        pullRequests,
        labels: texts,
        annotations: texts,
      })
      .strict()
      .partial()
      .default({}),
  })
  .strict();

/** @public */
export type TargetInput = z.infer<typeof targetSchema>;
