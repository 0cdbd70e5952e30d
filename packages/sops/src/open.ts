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

import type { Comment, Scalar } from './tree/model';
import type { Site } from './tree/walk';
import type { Scratch } from './scratch';
import { decryptValue } from './value/cipher';
import { parseEnvelope, pathData } from './value/envelope';

/**
 * A place in an encrypted document with its plaintext. `bytes` is undefined if
 * the value should be encrypted and does not authenticate.
 *
 * @internal
 */
export interface OpenedSite extends Site {
  readonly type: Scalar['type'] | 'comment' | 'bytes';
  readonly bytes: Uint8Array | undefined;
}

/**
 * Decrypts every place of a document, in order. This is the one reader: `decrypt`,
 * `verify` and the proof after encrypting all go through it.
 *
 * As in sops, a comment that does not decrypt counts as a comment in clear, and
 * an item of a list may turn out to be a comment.
 *
 * @internal
 */
export function openSites(
  sites: readonly Site[],
  key: CryptoKey,
  scratch: Scratch,
): Promise<OpenedSite[]> {
  return Promise.all(
    sites.map(async (site): Promise<OpenedSite> => {
      const { node, path, selected } = site;
      const text = textOf(node);
      const type = node.kind === 'comment' ? 'comment' : node.type;
      const clear: OpenedSite = {
        ...site,
        type,
        bytes: new TextEncoder().encode(text),
      };
      if (!selected || text === '') return clear;

      const envelope = type === 'time' ? undefined : parseEnvelope(text);
      const bytes =
        envelope && (await decryptValue(key, envelope, pathData(path)));
      if (bytes === undefined) {
        return node.kind === 'comment' ? clear : { ...clear, bytes };
      }
      return {
        ...site,
        type: envelope!.type as OpenedSite['type'],
        bytes: scratch.keep(bytes),
      };
    }),
  );
}

/** What was read from a text is never bytes. */
function textOf(node: Scalar | Comment): string {
  return node.kind === 'comment' ? node.text : (node.value as string);
}
