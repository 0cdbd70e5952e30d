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

import type { SopsMetadata } from '../metadata/model';
import type { CreationRule } from '../rules/model';
import { compileSelector } from '../rules/selector';
import type { MapNode } from '../tree/model';
import { walk } from '../tree/walk';
import { manifestProblems } from './manifestProblems';
import { metadataProblems } from './metadataProblems';
import type { Problem } from './problem';
import { ruleProblems } from './ruleProblems';
import { siteProblems } from './siteProblems';

/**
 * Everything that makes a SOPS file unsafe or unusable and can be seen without a
 * key, worst first.
 *
 * @param rule - compared with the metadata if given
 *
 * @internal
 */
export function findProblems(
  documents: readonly MapNode[],
  metadata: SopsMetadata,
  rule: CreationRule | undefined,
): readonly Problem[] {
  const selects = compileSelector(metadata.selector);
  const sites = documents.map(document => walk(document, selects));
  return [
    ...documents.flatMap((document, index) =>
      manifestProblems(document, sites[index]),
    ),
    ...sites.flat().flatMap(siteProblems),
    ...nothingEncrypted(metadata, sites.flat()),
    ...metadataProblems(metadata),
    ...(rule === undefined ? [] : ruleProblems(metadata, rule)),
  ];
}

function nothingEncrypted(
  { selector }: SopsMetadata,
  sites: ReturnType<typeof walk>,
): Problem[] {
  const scalars = sites.filter(({ node }) => node.kind === 'scalar');
  if (scalars.length === 0 || scalars.some(({ selected }) => selected))
    return [];
  return [
    {
      code: 'nothing-encrypted',
      path: '',
      message: `${selector.option} ${selector.value} covers no value of the file, so all of it is in clear`,
    },
  ];
}
