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
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fields } from '@basewell/plugin-databases-common/domain';
import { parse } from 'yaml';
import { KubeconfigAccess } from './KubeconfigAccess';

/**
 * Reads one context of a kubeconfig.
 *
 * @param options - `folder`: what its paths are relative to; `context`: the
 *   current one when left out
 * @throws InputError when it has no such context, or one that is not understood.
 */
export function readKubeconfig(
  text: string,
  options: { readonly folder: string; readonly context?: string },
): KubeconfigAccess {
  const config = Fields.of(parse(text));
  const context = options.context ?? config.string('current-context') ?? '';
  const { cluster, user } = namesIn(config, context);
  const server = entry(config, 'clusters', cluster).at('cluster');
  const credentials = entry(config, 'users', user).at('user');
  refuseUnknown(context, server, credentials);
  const pem = (fields: Fields, name: string) =>
    readPem(fields, name, options.folder);

  const certificate = pem(credentials, 'client-certificate');
  const key = pem(credentials, 'client-key');
  const tokenFile = credentials.string('tokenFile');
  return {
    context,
    server: (server.string('server') ?? '').replace(/\/+$/, ''),
    ca: pem(server, 'certificate-authority'),
    serverName: server.string('tls-server-name'),
    insecure: server.boolean('insecure-skip-tls-verify') ?? false,
    ...(certificate && key && { clientCertificate: { certificate, key } }),
    async token() {
      return tokenFile
        ? (await readFile(resolve(options.folder, tokenFile), 'utf8')).trim()
        : credentials.string('token');
    },
  };
}

function namesIn(
  config: Fields,
  context: string,
): { readonly cluster: string; readonly user: string } {
  const fields = entry(config, 'contexts', context).at('context');
  return {
    cluster: fields.string('cluster') ?? '',
    user: fields.string('user') ?? '',
  };
}

function entry(
  config: Fields,
  list: 'clusters' | 'contexts' | 'users',
  name: string,
): Fields {
  const found = config
    .list(list)
    .find(candidate => candidate.string('name') === name);
  if (!found) {
    throw new InputError(
      `The kubeconfig has no "${name}" under ${list}; name one of its contexts, or set current-context`,
    );
  }
  return found;
}

function refuseUnknown(
  context: string,
  server: Fields,
  credentials: Fields,
): void {
  if (!/^https?:\/\//.test(server.string('server') ?? '')) {
    throw new InputError(
      `Context "${context}" of the kubeconfig has no http address under server`,
    );
  }
  const unknown = [
    ['proxy-url', server],
    ['exec', credentials],
    ['auth-provider', credentials],
    ['username', credentials],
  ] as const;
  for (const [field, fields] of unknown) {
    if (fields.at(field).present) {
      throw new InputError(
        `Context "${context}" of the kubeconfig uses ${field}, which is not supported; use a token or a client certificate`,
      );
    }
  }
}

function readPem(
  fields: Fields,
  name: string,
  folder: string,
): string | undefined {
  const data = fields.string(`${name}-data`);
  if (data) {
    return Buffer.from(data, 'base64').toString('utf8');
  }
  const file = fields.string(name);
  return file && readFileSync(resolve(folder, file), 'utf8');
}
