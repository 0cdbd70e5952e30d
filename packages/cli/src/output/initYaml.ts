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

import { LearnedValue } from '@basewell/plugin-databases-common/domain';
import { Document, isCollection, isMap, Pair, Scalar, visit } from 'yaml';

/** A target as it is learned, before anybody looked at it. */
export interface InitTarget {
  readonly id: string;
  readonly platform: { readonly repoUrl: string; readonly branch: string };
  readonly app: { readonly repoUrl: string; readonly branch: string };
  readonly values: readonly LearnedValue[];
}

/** The configuration for app-config; each value says which file shows it. */
export function initYaml({ id, platform, app, values }: InitTarget): string {
  const remote = 'from the git remote "origin" and the branch';
  const document = new Document({
    databases: { targets: [{ id, platform, app }] },
  });
  const target = ['databases', 'targets', 0];
  document.commentBefore =
    ' Written by "databases init" from two working trees. Read it before you use it.\n What is left out has a default: docs/reference/targets.md.';
  comment(document, [...target, 'platform'], remote);
  comment(document, [...target, 'app'], remote);
  for (const { path, value, evidence } of values) {
    document.setIn([...target, ...path], document.createNode(value));
    if (evidence.length) {
      comment(document, [...target, ...path], evidence.join(', '));
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** Behind a scalar, above anything larger. */
function comment(
  document: Document,
  path: readonly (string | number)[],
  text: string,
): void {
  const node = document.getIn(path, true);
  if (node instanceof Scalar) {
    node.comment = ` ${text}`;
    return;
  }
  const parent = document.getIn(path.slice(0, -1), true);
  if (isMap(parent) && isCollection(node)) {
    visit(parent, {
      Pair: (_, pair: Pair) => {
        if (pair.value === node) {
          const key = new Scalar(
            pair.key instanceof Scalar ? pair.key.value : pair.key,
          );
          key.commentBefore = ` ${text}`;
          pair.key = key;
          return visit.BREAK;
        }
        return undefined;
      },
    });
  }
}
