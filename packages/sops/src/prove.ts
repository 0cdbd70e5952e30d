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
import { type ProveOptions, proveStructure } from './proveStructure';
import { detectFormat } from './tree/detectFormat';
import { readTree } from './tree/readTree';

/**
 * Proves from its text alone that a SOPS file may be published: everything the
 * rule covers, and everything under `data` and `stringData`, is ciphertext;
 * nothing else is; a Kubernetes object can be recognized; the metadata are
 * complete and name every recipient of the rule once.
 *
 * `encrypt` and `encryptTree` do this, and more, with all they return. Call it
 * for a file that the `sops` command made: that exits with 0 even where a rule
 * left the secrets in clear.
 *
 * @param text - the file, YAML or JSON
 *
 * @throws ProofError with a sentence that says what to change
 * @throws NotEncryptedError, InvalidMetadataError, InvalidDocumentError if the
 *   text is no proper SOPS file
 *
 * @public
 */
export function prove(text: string, options: ProveOptions): void {
  const file = splitMetadata(readTree(text, detectFormat(text)));
  proveStructure(file, options);
}
