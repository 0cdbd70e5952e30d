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

import type { Identity } from 'age-encryption';
import { InvalidMetadataError } from './errors/InvalidMetadataError';
import { NotEncryptedError } from './errors/NotEncryptedError';
import { SopsError } from './errors/SopsError';
import { findContentFindings } from './findings/contentFindings';
import {
  findCopiedCiphertext,
  type OtherFile,
} from './findings/copiedCiphertext';
import type { Finding } from './findings/finding';
import { findShortValues } from './findings/shortValues';
import { splitMetadata } from './metadata/splitMetadata';
import type { CreationRule } from './rules/model';
import { compileSelector } from './rules/selector';
import { findProblems } from './structure/findProblems';
import { detectFormat } from './tree/detectFormat';
import { readTree } from './tree/readTree';
import { walk } from './tree/walk';

/**
 * What to verify a file against. Each part adds findings.
 *
 * @public
 */
export interface VerifyOptions {
  /** The rule the file should follow: adds selector and recipients. */
  readonly rule?: CreationRule;
  /** Who can open it: adds values and MAC. */
  readonly identities?: readonly (string | Identity)[];
  /** Other SOPS files: adds copied ciphertext. */
  readonly others?: readonly OtherFile[];
}

/**
 * Looks for everything wrong with a SOPS file, without throwing. Needs no key;
 * with one it also checks what only a key can tell.
 *
 * @param text - the file, YAML or JSON
 *
 * @returns findings, worst first; empty if all is well
 *
 * @public
 */
export async function verify(
  text: string,
  options: VerifyOptions = {},
): Promise<readonly Finding[]> {
  try {
    const { documents, metadata } = splitMetadata(
      readTree(text, detectFormat(text)),
    );
    const selects = compileSelector(metadata.selector);
    const sites = documents.flatMap(document => walk(document, selects));
    const { identities, rule, others = [] } = options;
    return [
      ...findProblems(documents, metadata, rule),
      ...(identities === undefined
        ? []
        : await findContentFindings(sites, metadata, identities)),
      ...findCopiedCiphertext(sites, metadata, others),
      ...findShortValues(sites),
    ];
  } catch (error) {
    if (!(error instanceof SopsError)) throw error;
    return [{ code: codeOf(error), path: '', message: error.message }];
  }
}

function codeOf(error: SopsError): Finding['code'] {
  if (error instanceof NotEncryptedError) return 'not-encrypted';
  if (error instanceof InvalidMetadataError) return 'invalid-metadata';
  return 'unreadable';
}
