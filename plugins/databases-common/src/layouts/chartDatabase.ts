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

import { DatabaseDraft, InChartOptions } from '../model';
import { expandTemplate, templateValues } from '../naming';

interface Block {
  [key: string]: string | boolean | Block;
}

/**
 * What the values say of a database that the chart brings:
 *
 * ```
 * {'bootstrap.secretName': '{bootstrapSecret}'}
 *   → {enabled: true, bootstrap: {secretName: 'web-shop-dev-db-init'}}
 * ```
 */
export function chartDatabase(
  { values }: InChartOptions,
  {
    app,
    environment: name,
    production,
    names,
  }: Pick<DatabaseDraft, 'app' | 'environment' | 'production' | 'names'>,
): Block {
  const placeholders = {
    ...templateValues(app, { name, production }),
    ...names,
  };
  const block: Block = { enabled: true };
  for (const [path, template] of Object.entries(values)) {
    const keys = path.split('.');
    let parent = block;
    for (const key of keys.slice(0, -1)) {
      const known = Object.hasOwn(parent, key) ? parent[key] : undefined;
      const child: Block = typeof known === 'object' ? known : {};
      parent[key] = child;
      parent = child;
    }
    parent[keys[keys.length - 1]] = expandTemplate(template, placeholders).text;
  }
  return block;
}
