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
import { checkMac } from './checkMac';
import { DecryptionError } from './errors/DecryptionError';
import { MacMismatchError } from './errors/MacMismatchError';
import { splitMetadata } from './metadata/splitMetadata';
import { type OpenedSite, openSites } from './open';
import { unwrapKey } from './recipients/unwrapKey';
import { compileSelector } from './rules/selector';
import { Scratch } from './scratch';
import { detectFormat } from './tree/detectFormat';
import { emitTree } from './tree/emitTree';
import type { PlainTree } from './tree/fromPlain';
import type { Comment, Scalar } from './tree/model';
import { readTree } from './tree/readTree';
import { substitute } from './tree/substitute';
import { toPlain } from './tree/toPlain';
import { walk } from './tree/walk';
import { importDataKey } from './value/cipher';
import { fromCanonical } from './value/fromCanonical';

/**
 * A decrypted file.
 *
 * @public
 */
export interface Decrypted {
  /** The first document. Integers beyond 2^53 are `bigint`, timestamps are text. */
  readonly tree: PlainTree;
  /** Every document of the file. */
  readonly documents: readonly PlainTree[];
  /** The file in clear, in its own format, with its comments. */
  readonly text: string;
}

/**
 * Decrypts a SOPS file and checks its MAC: there is no way to skip that.
 *
 * @param text - the file, YAML or JSON
 * @param options - `identities`: `AGE-SECRET-KEY-1…`, `AGE-SECRET-KEY-PQ-1…`, or
 *   any identity of the `age-encryption` package
 *
 * @throws NotEncryptedError, InvalidMetadataError, InvalidDocumentError if the
 *   text is no proper SOPS file
 * @throws DataKeyError if the identities do not open it
 * @throws DecryptionError if a value was changed or moved
 * @throws MacMismatchError if values in clear were changed, or any were reordered
 *
 * @public
 */
export async function decrypt(
  text: string,
  options: { readonly identities: readonly (string | Identity)[] },
): Promise<Decrypted> {
  const format = detectFormat(text);
  const { documents, metadata } = splitMetadata(readTree(text, format));
  const selects = compileSelector(metadata.selector);
  const scratch = new Scratch();
  try {
    const dataKey = scratch.keep(await unwrapKey(metadata, options.identities));
    const key = await importDataKey(dataKey);
    const sites = await openSites(
      documents.flatMap(document => walk(document, selects)),
      key,
      scratch,
    );
    const exchange = new Map(sites.map(site => [site.node, plainNode(site)]));
    const problem = await checkMac(sites, metadata, key, scratch);
    if (problem !== undefined) throw new MacMismatchError(problem);
    const plain = documents.map(document => substitute(document, exchange));
    return {
      tree: toPlain(plain[0]),
      documents: plain.map(toPlain),
      text: emitTree(plain, format, { yaml: 4, json: '\t' }),
    };
  } finally {
    scratch.wipe();
  }
}

function plainNode(site: OpenedSite): Scalar | Comment {
  const { bytes, node, path, selected, type } = site;
  if (bytes === undefined) {
    throw new DecryptionError(
      path.join('.'),
      'it is in clear, or does not belong to this key and file',
    );
  }
  if (!selected) return node;
  const text = decodeText(bytes, path);
  if (type === 'comment') {
    const inline = node.kind === 'comment' && node.inline;
    return { kind: 'comment', text, inline };
  }
  const scalar = fromCanonical(type, text);
  if (scalar !== undefined) return scalar;
  throw new DecryptionError(path.join('.'), `it is not of its type ${type}`);
}

/** Keeps a byte order mark, which is a part of the value here. */
function decodeText(bytes: Uint8Array, path: readonly string[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new DecryptionError(path.join('.'), 'its bytes are no text in UTF-8');
  }
}
