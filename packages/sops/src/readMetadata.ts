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

import { splitMetadata } from './metadata/splitMetadata';
import type { SopsMetadata } from './metadata/model';
import { detectFormat } from './tree/detectFormat';
import { readTree } from './tree/readTree';

/**
 * The metadata of a SOPS file: recipients, selector, times. Needs no key.
 *
 * @param text - the file, YAML or JSON
 *
 * @throws NotEncryptedError if the text is no SOPS file
 * @throws InvalidMetadataError if sops could not use its metadata
 * @throws InvalidDocumentError if the text is neither YAML nor JSON
 *
 * @public
 */
export function readMetadata(text: string): SopsMetadata {
  return splitMetadata(readTree(text, detectFormat(text))).metadata;
}
