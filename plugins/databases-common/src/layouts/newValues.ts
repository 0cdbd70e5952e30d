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

import { DatabaseDraft, TargetOptions } from '../model';
import { expandTemplate, templateValues } from '../naming';
import { chartDatabase } from './chartDatabase';
import { readDocuments } from './readDocuments';

/**
 * A values file to begin with, as sections: the environment variables that the
 * target wants, and the chart's own database switched off when it has one, or on
 * where that was asked for.
 */
export function newValues(
  { values: options, inChart }: Pick<TargetOptions, 'values' | 'inChart'>,
  database: DatabaseDraft,
  chartDefaults: string | undefined,
): readonly object[] {
  const placeholders = {
    ...templateValues(database.app, {
      name: database.environment,
      production: database.production,
    }),
    ...database.names,
  };
  const env = Object.fromEntries(
    Object.entries(options.env).map(([name, template]) => [
      name,
      expandTemplate(template, placeholders).text,
    ]),
  );
  const [defaults = {}] = readDocuments(chartDefaults);
  const sections = [
    ...(Object.keys(env).length ? [{ env }] : []),
    ...postgres(),
  ];
  return options.chartKey === undefined
    ? sections
    : [{ [options.chartKey]: Object.assign({}, ...sections) }];

  function postgres() {
    if (database.inChart) {
      return [{ postgres: chartDatabase(inChart, database) }];
    }
    return 'postgres' in defaults ? [{ postgres: { enabled: false } }] : [];
  }
}
