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

import { evaluateFiles } from './evaluateFiles';
import { FileRule, FileRuleOptions } from './FileRule';
import { InspectedTree } from './InspectedTree';

/** @public */
export interface FileProblem {
  readonly rule: string;
  readonly line: number;
  readonly key?: string;
}

/**
 * What rules say about files that are in use, by path. What somebody waived, and
 * what is no more than information, is left out.
 *
 * @public
 */
export function problemsOf(
  rules: readonly FileRule[],
  tree: InspectedTree,
  options: FileRuleOptions,
): ReadonlyMap<string, readonly FileProblem[]> {
  const problems = new Map<string, FileProblem[]>();
  const findings = evaluateFiles(rules, tree, { ...options, stage: 'live' });
  for (const { rule, place, severity, waiver } of findings) {
    const { path, line, key } = place;
    const isOfFile = rules.some(({ id }) => id === rule);
    if (isOfFile && !waiver && severity !== 'info') {
      const known = problems.get(path) ?? [];
      known.push({ rule, line, ...(key !== undefined && { key }) });
      problems.set(path, known);
    }
  }
  return problems;
}
