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

import type { Selects } from '../rules/selector';
import type { Comment, MapNode, Scalar, TreeNode } from './model';

/** A scalar or comment, where it stands, and whether the selector covers it. @internal */
export interface Site {
  /** Keys only: sops leaves list positions out. A comment has the path of its block. */
  readonly path: readonly string[];
  readonly node: Scalar | Comment;
  readonly selected: boolean;
  /** What directly holds it. */
  readonly within: 'map' | 'list';
}

/**
 * The scalars and comments of a document in the order in which sops encrypts and
 * hashes them. Each level keeps the comments since its last value, because
 * comment selectors look at them.
 *
 * @internal
 */
export function walk(document: MapNode, selects: Selects): Site[] {
  const sites: Site[] = [];
  visit(document, [], [], 'map');
  return sites;

  function visit(
    node: TreeNode,
    path: readonly string[],
    outer: readonly (readonly string[])[],
    within: Site['within'],
  ) {
    if (node.kind === 'null') return;
    if (node.kind === 'scalar') {
      sites.push({ path, node, selected: selects(path, outer, false), within });
      return;
    }
    const recent: string[] = [];
    const comments = [...outer, recent];
    for (const child of node.kind === 'map' ? node.entries : node.items) {
      if (child.kind === 'comment') {
        recent.push(child.text);
        const selected = selects(path, comments, true);
        sites.push({ path, node: child, selected, within: node.kind });
        continue;
      }
      if (child.kind === 'entry') {
        visit(child.value, [...path, child.key], comments, 'map');
      } else {
        visit(child, path, comments, 'list');
      }
      recent.length = 0;
    }
  }
}
