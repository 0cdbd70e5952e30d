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

import { violation } from '../messages';
import { FileDrafts } from './FileDrafts';
import { SetKustomize } from './readApplicationSets';

/**
 * Refuses what a source of Argo CD itself has kustomize do to all that it
 * delivers.
 *
 * @param at - the file, and the field of the source in it
 * @param delivered - `isNamed`: something else finds the objects by their names
 */
export function refuseKustomized(
  files: FileDrafts,
  { namespace, affixes }: SetKustomize,
  at: { readonly file: string; readonly source: string },
  delivered: {
    readonly objects: readonly string[];
    readonly namespace: string;
    readonly isNamed: boolean;
  },
): void {
  const { objects, namespace: wanted, isNamed } = delivered;
  const path = at.file;
  const refuse = (
    field: string,
    value: string,
    problem: ReturnType<typeof violation>,
  ) =>
    files.obstacle({
      rule: 'clear-conventions',
      ...problem,
      evidence: [
        { object: path, field: `${at.source}.kustomize.${field}`, value },
      ],
    });
  if (namespace !== undefined && namespace !== wanted) {
    const said = { path, objects, namespace, wanted };
    refuse(
      'namespace',
      namespace,
      violation('conventions.otherNamespace', said),
    );
  }
  for (const { field, value } of isNamed ? affixes : []) {
    const said = { path, field, value, objects };
    refuse(field, value, violation('conventions.renamed', said));
  }
}
