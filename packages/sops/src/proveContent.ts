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

import { checkMac } from './checkMac';
import { ProofError } from './errors/ProofError';
import type { SopsFile } from './metadata/splitMetadata';
import { type OpenedSite, openSites } from './open';
import { compileSelector } from './rules/selector';
import type { Scratch } from './scratch';
import { walk } from './tree/walk';

/**
 * Proves that an emitted file says what was to be said: decrypted with the data
 * key, every value and comment has its place, type and
 * bytes, and the MAC is right.
 *
 * @param expected - the plaintext, in document order
 *
 * @internal
 */
export async function proveContent(
  { documents, metadata }: SopsFile,
  expected: readonly OpenedSite[],
  key: CryptoKey,
  scratch: Scratch,
): Promise<void> {
  const selects = compileSelector(metadata.selector);
  const actual = await openSites(
    documents.flatMap(document => walk(document, selects)),
    key,
    scratch,
  );
  const count = Math.max(actual.length, expected.length);
  for (let index = 0; index < count; index += 1) {
    if (!isEqual(expected[index], actual[index])) {
      const path = (expected[index] ?? actual[index]).path.join('.');
      throw new ProofError(
        path,
        `${path || 'A comment'} does not read back as it was written. This is a ` +
          'defect of the encryptor; nothing was published. Please report the ' +
          'shape of the document.',
      );
    }
  }
  const problem = await checkMac(actual, metadata, key, scratch);
  if (problem !== undefined) {
    throw new ProofError('sops.mac', `The file does not verify: ${problem}.`);
  }
}

function isEqual(
  left: OpenedSite | undefined,
  right: OpenedSite | undefined,
): boolean {
  return (
    left?.bytes !== undefined &&
    right?.bytes !== undefined &&
    left.selected === right.selected &&
    (left.type === right.type || !left.selected) &&
    left.path.length === right.path.length &&
    left.path.every((key, index) => key === right.path[index]) &&
    left.bytes.length === right.bytes.length &&
    left.bytes.every((byte, index) => byte === right.bytes![index])
  );
}
