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
import { parse } from 'yaml';
import { Moment, renderInstant } from '../estate/renderInstant';

/**
 * What the demo's Vault says at one path, as a real one would:
 *
 * ```yaml
 * - namespace: finance          # left out for the root
 *   path: kv/metadata/payments/database
 *   data:
 *     current_version: 3
 *     updated_time: '{{ start -20d }}'
 * ```
 *
 * Times are expressions (`renderInstant`).
 *
 * @internal
 */
export interface VaultDocument {
  readonly namespace?: string;
  /** Behind `/v1/`. */
  readonly path: string;
  readonly data: { readonly [field: string]: unknown };
}

/** Where values would be: the demo has none, and shall look as if it had none. */
const METADATA =
  /^(sys\/internal\/ui\/mounts\/.+|[^/]+\/(metadata|roles|static-roles)\/.+)$/;

/**
 * @param file - for what is said about a mistake
 * @throws InputError when it is no list of metadata
 * @internal
 */
export function parseVaultFile(
  file: string,
  text: string,
): readonly VaultDocument[] {
  const documents: unknown = parse(text);
  if (!Array.isArray(documents)) {
    throw new InputError(`${file} is no list: write - path: …, data: …`);
  }
  documents.forEach(({ path, data }, index) => {
    if (!METADATA.test(path) || typeof data !== 'object') {
      throw new InputError(
        `${file}, item ${index + 1} is no metadata: give it data, and a path like kv/metadata/shop, database/roles/shop or sys/internal/ui/mounts/kv`,
      );
    }
  });
  return documents;
}

/** With its times written out. @internal */
export function vaultDataAt(
  { data }: VaultDocument,
  moment: Moment,
): { readonly [field: string]: unknown } {
  return JSON.parse(
    JSON.stringify(data).replace(/\{\{\s*(.*?)\s*\}\}/g, (_, expression) =>
      renderInstant(expression, moment),
    ),
  );
}
