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

import {
  AppValuesData,
  readYaml,
  secretsInValues,
} from '@basewell/plugin-databases-common/domain';

/**
 * Whose values lie at a path.
 *
 * @param templates - paths with `{app}` and `{env}`
 */
export function appOfValues(
  path: string,
  templates: readonly string[],
): Pick<AppValuesData, 'app' | 'environment'> | undefined {
  for (const template of templates) {
    const { app, env } = expressionOf(template).exec(path)?.groups ?? {};
    if (app && env) {
      return { app, environment: env };
    }
  }
  return undefined;
}

/** A placeholder that comes again stands for the same. */
function expressionOf(template: string): RegExp {
  const seen = new Set<string>();
  const source = template
    .split(/(\{(?:app|env)\})/)
    .map(part => {
      const [, name] = /^\{(app|env)\}$/.exec(part) ?? [];
      if (!name) {
        return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      }
      const again = seen.has(name);
      seen.add(name);
      return again ? `\\k<${name}>` : `(?<${name}>[^/]+)`;
    })
    .join('');
  return new RegExp(`^${source}$`);
}

/** @returns `undefined` for values that name no Secret, or cannot be read */
export function appValuesOf(
  path: string,
  text: string,
  templates: readonly string[],
): AppValuesData | undefined {
  const whose = appOfValues(path, templates);
  try {
    const secrets = secretsInValues(readYaml(text)[0]);
    return whose && secrets.length ? { path, ...whose, secrets } : undefined;
  } catch {
    return undefined;
  }
}
