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

import { InspectedDocument } from './InspectedTree';

const production = ['prod', 'production', 'prd', 'live'];
const others = [
  ...['dev', 'develop', 'development', 'test', 'testing', 'qa', 'int'],
  ...['stage', 'staging', 'stg', 'uat', 'preprod', 'preview', 'sandbox', 'lab'],
];

/** An environment, as the place of a file tells it. */
export interface PlacedEnvironment {
  /** The word for it, such as `stg`. */
  readonly name: string;
  readonly isProduction: boolean;
}

/**
 * Which environment a document belongs to: by a folder of that name, else by a part
 * of a folder's name, of its namespace, of the file's name or of its own. Nothing
 * when none says so.
 */
export function environmentOf(
  path: string,
  document: Pick<InspectedDocument, 'namespace' | 'name'> = {},
): PlacedEnvironment | undefined {
  const folders = path.split('/').slice(0, -1).reverse();
  const file = path.split('/').at(-1)!;
  return [
    ...folders,
    ...folders.flatMap(partsOf),
    ...partsOf(document.namespace),
    ...partsOf(file),
    ...partsOf(document.name),
  ]
    .map(word => word.toLowerCase())
    .flatMap(name => {
      const isProduction = production.includes(name);
      return isProduction || others.includes(name)
        ? { name, isProduction }
        : [];
    })
    .at(0);
}

function partsOf(name: string = ''): readonly string[] {
  return name.split(/[._-]/);
}
