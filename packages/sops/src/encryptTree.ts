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
import { fromPlain, type PlainTree } from './tree/fromPlain';

/**
 * Encrypts a document built in memory. Text may be given as bytes of UTF-8: such
 * a leaf is never made a string and must come out as ciphertext, whatever the
 * rule says. Overwrite it after the call.
 *
 * @param tree - its keys keep the order of the object
 *
 * @returns the whole file, proved as by `prove`
 *
 * @throws InvalidDocumentError, AlreadyEncryptedError for the tree
 * @throws UnsupportedRecipientsError, InvalidRecipientError, InvalidRuleError,
 *   InvalidRegexError for the rule
 * @throws ProofError if a value would be in clear that must not be
 *
 * @public
 */
export async function encryptTree(
  tree: PlainTree,
  options: EncryptOptions,
): Promise<string> {
  return seal([fromPlain(tree)], options);
}
