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

import type { MapNode } from '../tree/model';
import type { Site } from '../tree/walk';
import type { Problem } from './problem';

/**
 * The values of Secrets: at the top, in a List, and in the SopsSecret of the
 * sops-secrets-operator.
 */
const secretValues =
  /^(?:items\.|spec\.secretTemplates\.)?(?:data|stringData)(?:\.|$)/;

/**
 * A document with a value in clear under `data` or `stringData`, and a
 * Kubernetes object whose `apiVersion`, `kind`, `metadata` or, for a Secret,
 * `type` is encrypted: no controller could tell what it is.
 *
 * @internal
 */
export function manifestProblems(
  document: MapNode,
  sites: readonly Site[],
): Problem[] {
  const keys = document.entries.flatMap(entry =>
    entry.kind === 'entry' ? [entry] : [],
  );
  const isManifest = ['apiVersion', 'kind'].every(name =>
    keys.some(({ key }) => key === name),
  );
  const kind = keys.find(({ key }) => key === 'kind')?.value;
  const isSecret = kind?.kind === 'scalar' && kind.value === 'Secret';
  return sites.flatMap(({ path, node, selected }): Problem[] => {
    if (node.kind === 'comment' || node.value === '') return [];
    const [top] = path;
    const mustBeClear =
      isManifest &&
      (['apiVersion', 'kind', 'metadata'].includes(top) ||
        (isSecret && top === 'type'));
    if (mustBeClear && selected) {
      return [
        {
          code: 'encrypted-manifest',
          path: path.join('.'),
          message: `${path.join('.')} is encrypted, so Kubernetes cannot tell what the object is`,
        },
      ];
    }
    if (secretValues.test(path.join('.')) && !selected) {
      return [
        {
          code: 'clear-value',
          path: path.join('.'),
          message: `${path.join('.')} is in clear`,
        },
      ];
    }
    return [];
  });
}
