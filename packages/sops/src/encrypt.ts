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

import { type EncryptOptions, seal } from './seal';
import { readTree } from './tree/readTree';

/**
 * Encrypts a YAML or JSON text as `sops encrypt` does: by the rule's selector,
 * to the rule's recipients, comments included. Every result is proved before it
 * is returned; see `prove`.
 *
 * Where the text holds secrets as strings they stay in memory until they are
 * collected. To avoid that, build the document with `encryptTree`.
 *
 * Other than sops it refuses, with an InvalidDocumentError, what makes broken
 * files: merge keys, explicit tags, comments inside an encrypted list.
 *
 * @param source - the text in clear; YAML may have several documents
 *
 * @returns the whole file
 *
 * @throws InvalidDocumentError, AlreadyEncryptedError for the text
 * @throws UnsupportedRecipientsError, InvalidRecipientError, InvalidRuleError,
 *   InvalidRegexError for the rule
 * @throws ProofError if a value would be in clear that must not be
 *
 * @public
 */
export async function encrypt(
  source: string,
  options: EncryptOptions,
): Promise<string> {
  return seal(readTree(source, options.format, 'refuse'), options);
}
