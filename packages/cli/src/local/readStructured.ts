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
import { parseDocument } from 'yaml';
import { readText } from './readText';

/**
 * Reads one YAML or JSON document; `-` is standard input.
 *
 * @throws UnreadableError when there is no such file
 * @throws InputError with the line when it does not parse
 */
export async function readStructured(file: string): Promise<unknown> {
  const document = parseDocument(await readText(file));
  const [error] = document.errors;
  if (error) {
    throw new InputError(`${file}: ${error.message}`);
  }
  return document.toJS();
}
