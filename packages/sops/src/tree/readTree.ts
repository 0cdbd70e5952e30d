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

import { InvalidDocumentError } from '../errors/InvalidDocumentError';
import type { Format, MapNode } from './model';
import { readJson } from './readJson';
import { readYaml } from './readYaml';

/**
 * The documents of a text: one for JSON, at least one for YAML.
 *
 * @internal
 */
export function readTree(
  text: string,
  format: Format,
  mergeKeys?: 'refuse' | 'keep',
): MapNode[] {
  if (/\p{Surrogate}/u.test(text)) {
    throw new InvalidDocumentError('The text holds half a surrogate pair.');
  }
  return format === 'json' ? [readJson(text)] : readYaml(text, mergeKeys);
}
