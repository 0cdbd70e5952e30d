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

import { NotEncryptedError } from '../errors/NotEncryptedError';
import type { MapNode } from '../tree/model';
import { metadataFromTree } from './metadataFromTree';
import type { SopsMetadata } from './model';

/** Where the metadata lies in a document. @internal */
export const metadataKey = 'sops';

/** The content and the metadata of a file, apart. @internal */
export interface SopsFile {
  readonly documents: readonly MapNode[];
  readonly metadata: SopsMetadata;
}

/**
 * Takes the `sops` branch off every document. Only the first one's counts: there
 * is one data key and one MAC in a file.
 *
 * @throws NotEncryptedError if the first document has none
 *
 * @internal
 */
export function splitMetadata(documents: readonly MapNode[]): SopsFile {
  const branch = documents[0].entries.find(isMetadata);
  if (branch?.kind !== 'entry') throw new NotEncryptedError();
  return {
    documents: documents.map(({ entries }) => ({
      kind: 'map',
      entries: entries.filter(entry => !isMetadata(entry)),
    })),
    metadata: metadataFromTree(branch.value),
  };
}

/** Whether a document is encrypted already, or uses the reserved key. @internal */
export function hasMetadata({ entries }: MapNode): boolean {
  return entries.some(isMetadata);
}

function isMetadata(entry: MapNode['entries'][number]): boolean {
  return entry.kind === 'entry' && entry.key === metadataKey;
}
