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

import { addToList } from './addToList';
import { EditResult } from './EditResult';
import { editFile } from './editFile';
import { findDocument } from './findDocument';
import { likeNeighbors } from './likeNeighbors';
import { samePath } from './samePath';
import { stringItems } from './stringItems';

/**
 * Names an encrypted file in a KSOPS generator, whichever way it is run (the
 * annotation `config.kubernetes.io/function`, or none for the legacy plugin):
 *
 * ```
 * apiVersion: viaduct.ai/v1
 * kind: ksops
 * files:
 *   - ./shop-env.yaml
 * ```
 *
 * @public
 */
export function addKsopsFile(text: string, file: string): EditResult {
  return editFile(text, source => {
    const generator = findDocument(
      source,
      'KSOPS generator',
      ({ kind }) => kind === 'ksops',
    );
    const items = stringItems(source.pair(generator, 'files')?.value);
    return items.some(item => samePath(item, file))
      ? []
      : addToList(source, generator, 'files', likeNeighbors(file, items));
  });
}
