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
import { AssessmentSettings } from '../model';
import { readSetting, settingNames } from './readSetting';

/**
 * The thresholds of app-config.
 *
 * @public
 */
export interface AssessmentConfig {
  readonly settings: Partial<AssessmentSettings>;
  readonly environments: {
    readonly [environment: string]: Partial<AssessmentSettings>;
  };
}

/**
 * Reads `databases.assessment`:
 *
 * ```yaml
 * databases:
 *   assessment:
 *     bootstrapLimit: 45m      # durations: s, m, h, d, w
 *     certificateDays: 14
 *     environments:
 *       dev: { backupObjective: 7d }
 * ```
 *
 * @param path - of the value, for messages
 * @throws InputError that names every field that is wrong
 * @public
 */
export function parseAssessmentConfig(
  config: unknown,
  path = 'databases.assessment',
): AssessmentConfig {
  const problems: string[] = [];
  const { environments = {}, ...own } = mapOf(config, path, problems);
  const parsed: AssessmentConfig = {
    settings: readSettings(own, path, problems),
    environments: Object.fromEntries(
      Object.entries(mapOf(environments, `${path}.environments`, problems)).map(
        ([name, value]) => {
          const field = `${path}.environments.${name}`;
          return [
            name,
            readSettings(mapOf(value, field, problems), field, problems),
          ];
        },
      ),
    ),
  };
  if (problems.length) {
    throw new InputError(problems.join('\n'));
  }
  return parsed;
}

function readSettings(
  values: { readonly [name: string]: unknown },
  path: string,
  problems: string[],
): Partial<AssessmentSettings> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const name = settingNames.find(known => known === key);
      if (!name) {
        problems.push(
          `${path}.${key}: there is no such threshold; there are ${settingNames.join(', ')}`,
        );
        return [];
      }
      const read = readSetting(name, value);
      if ('expected' in read) {
        problems.push(
          `${path}.${key}: ${JSON.stringify(value)} is not understood; write ${read.expected}`,
        );
        return [];
      }
      return [[name, read.value]];
    }),
  );
}

function mapOf(
  value: unknown,
  path: string,
  problems: string[],
): { readonly [name: string]: unknown } {
  if (value === undefined || value === null) {
    return {};
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    problems.push(`${path}: must be a map`);
    return {};
  }
  return value as { readonly [name: string]: unknown };
}
