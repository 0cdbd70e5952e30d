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
import { CredentialLaneOptions } from './CredentialLaneOptions';

/**
 * Reads `databases.credentials`:
 *
 * ```yaml
 * databases:
 *   credentials:
 *     runtimeSecrets: ['web-{app}-{env}/web-{app}-{env}-env']
 * ```
 *
 * @param path - of the value, for messages
 * @throws InputError that names every field that is wrong
 * @public
 */
export function parseCredentialLaneOptions(
  config: unknown,
  path = 'databases.credentials',
): Pick<CredentialLaneOptions, 'runtimeSecrets'> {
  if (config === undefined || config === null) {
    return {};
  }
  if (typeof config !== 'object' || Array.isArray(config)) {
    throw new InputError(`${path}: must be a map`);
  }
  const { runtimeSecrets, ...others } = config as {
    readonly [name: string]: unknown;
  };
  const problems = Object.keys(others).map(
    name => `${path}.${name}: there is no such field; there is runtimeSecrets`,
  );
  if (runtimeSecrets !== undefined && !areSecrets(runtimeSecrets)) {
    problems.push(
      `${path}.runtimeSecrets: must be a list of <namespace>/<name> such as web-{app}-{env}/db`,
    );
  }
  if (problems.length) {
    throw new InputError(problems.join('\n'));
  }
  return config;
}

function areSecrets(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      name =>
        typeof name === 'string' &&
        /^[^/\s]+\/[^/\s]+$/.test(name) &&
        !/\{(?!app\}|env\})/.test(name),
    )
  );
}
