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

import { addPath } from './addPath';
import { EditResult } from './EditResult';
import { editFile } from './editFile';
import { findDocument } from './findDocument';
import type { YamlStyle } from './renderYaml';

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
 * @param usual - how to write what the file itself does not show
 * @public
 */
export function addKsopsFile(
  text: string,
  file: string,
  usual?: YamlStyle,
): EditResult {
  return editFile(
    text,
    source => {
      const generator = findDocument(
        source,
        'KSOPS generator',
        ({ kind }) => kind === 'ksops',
      );
      return addPath(source, generator, 'files', file);
    },
    usual,
  );
}
