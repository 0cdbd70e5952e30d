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

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { VaultLogin, VaultSettings } from './VaultSettings';

/** Where Kubernetes puts the token of a pod. */
const POD_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** What the configuration says; what is wrong with one Vault leaves the others alone. */
export interface ConfiguredVaults {
  readonly vaults: readonly VaultSettings[];
  readonly problems: readonly {
    readonly id: string;
    readonly message: string;
  }[];
}

/**
 * `databases.vaults`:
 *
 * ```yaml
 * - id: main
 *   url: https://vault.example.org
 *   addresses: [http://vault.vault.svc:8200]
 *   auth: { method: kubernetes, role: basewell }
 * ```
 *
 * Messages begin with the path in the configuration.
 */
export function readVaults(config: Config): ConfiguredVaults {
  const path = 'databases.vaults';
  const vaults: VaultSettings[] = [];
  const problems: { id: string; message: string }[] = [];
  (config.getOptionalConfigArray(path) ?? []).forEach((entry, index) => {
    const where = `${path}[${index}]`;
    const id = entry.getOptional('id');
    try {
      const vault = readVault(entry, where);
      if (vaults.some(other => other.id === vault.id)) {
        throw new InputError(
          `${where}.id: there is another Vault "${vault.id}"`,
        );
      }
      vaults.push(vault);
    } catch (error) {
      problems.push({
        id: typeof id === 'string' && id ? id : String(index),
        message: (error as Error).message,
      });
    }
  });
  return { vaults, problems };
}

function readVault(config: Config, where: string): VaultSettings {
  const id = config.getString('id');
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(id)) {
    throw new InputError(
      `${where}.id: use lower-case letters, digits and dashes`,
    );
  }
  const url = address(config.getString('url'), `${where}.url`);
  const others = config.getOptionalStringArray('addresses') ?? [];
  const caFile = config.getOptionalString('caFile');
  return {
    id,
    url,
    addresses: [
      url,
      ...others.map((other, index) =>
        address(other, `${where}.addresses[${index}]`),
      ),
    ],
    namespace: withoutSlashes(config.getOptionalString('namespace') ?? ''),
    mounts: config.getOptionalStringArray('mounts')?.map(withoutSlashes),
    ...(config.getOptionalBoolean('leases') && { leases: true }),
    ...(caFile && { ca: readCa(caFile, `${where}.caFile`) }),
    login: readLogin(config.getConfig('auth'), `${where}.auth`),
  };
}

function readLogin(config: Config, where: string): VaultLogin {
  const method = config.getString('method');
  const mount = withoutSlashes(config.getOptionalString('mount') ?? method);
  switch (method) {
    case 'kubernetes':
    case 'jwt':
      return {
        method,
        mount,
        role: config.getString('role'),
        tokenFile: config.getOptionalString('tokenFile') ?? POD_TOKEN,
      };
    case 'approle':
      return {
        method,
        mount,
        roleId: config.getString('roleId'),
        secretId: config.getString('secretId'),
      };
    case 'token':
      return { method, token: config.getString('token') };
    default:
      throw new InputError(
        `${where}.method: there is no "${method}"; there are kubernetes, jwt, approle, token`,
      );
  }
}

function address(text: string, where: string): string {
  try {
    const { protocol, origin, pathname, username, search, hash } = new URL(
      text,
    );
    if (/^https?:$/.test(protocol) && !username && !search && !hash) {
      return `${origin}${pathname.replace(/\/+$/, '')}`;
    }
  } catch {
    // Said below.
  }
  // Not quoted: an address may have a password in it.
  throw new InputError(
    `${where}: write an address such as https://vault.example.org:8200, without user and query`,
  );
}

function readCa(path: string, where: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(
      `${where}: ${path} cannot be read (${(error as { code?: string }).code})`,
    );
  }
}

function withoutSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
