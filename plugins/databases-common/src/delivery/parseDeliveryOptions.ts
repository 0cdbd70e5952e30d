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
import { DeliveryOptions } from './DeliveryOptions';

/**
 * Reads `databases.delivery`:
 *
 * ```yaml
 * databases:
 *   delivery:
 *     appApplications: ['web-{app}-{env}']
 *     destinations: { 'https://10.0.0.1:6443': prod }
 *     urls: { management: https://argocd.example.com }
 * ```
 *
 * @param path - of the value, for messages
 * @throws InputError that names every field that is wrong
 * @public
 */
export function parseDeliveryOptions(
  config: unknown,
  path = 'databases.delivery',
): DeliveryOptions {
  if (config === undefined || config === null) {
    return {};
  }
  if (!isMap(config)) {
    throw new InputError(`${path}: must be a map`);
  }
  const { appApplications, destinations, urls, ...others } = config;
  const problems = Object.keys(others).map(
    name =>
      `${path}.${name}: there is no such field; there are appApplications, destinations and urls`,
  );
  if (appApplications !== undefined && !isNames(appApplications)) {
    problems.push(
      `${path}.appApplications: must be a list of names such as web-{app}-{env}`,
    );
  }
  for (const [name, value] of Object.entries({ destinations, urls })) {
    if (value !== undefined && !isTexts(value)) {
      problems.push(`${path}.${name}: must be a map of texts`);
    }
  }
  if (problems.length) {
    throw new InputError(problems.join('\n'));
  }
  return config;
}

function isMap(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNames(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      name => typeof name === 'string' && !/\{(?!app\}|env\})/.test(name),
    )
  );
}

function isTexts(value: unknown): boolean {
  return (
    isMap(value) && Object.values(value).every(text => typeof text === 'string')
  );
}
