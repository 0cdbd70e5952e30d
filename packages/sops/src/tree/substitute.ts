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

import type { Comment, Scalar, TreeNode } from './model';

/**
 * The same document with some scalars and comments exchanged.
 *
 * @internal
 */
export function substitute<Node extends TreeNode>(
  node: Node,
  exchange: ReadonlyMap<Scalar | Comment, Scalar | Comment>,
): Node {
  return rebuild(node) as Node;

  function rebuild(old: TreeNode): TreeNode {
    switch (old.kind) {
      case 'map':
        return {
          kind: 'map',
          entries: old.entries.map(child =>
            child.kind === 'comment'
              ? comment(child)
              : { ...child, value: rebuild(child.value) },
          ),
        };
      case 'list':
        return {
          kind: 'list',
          items: old.items.map(child =>
            child.kind === 'comment' ? comment(child) : rebuild(child),
          ),
        };
      case 'scalar':
        return (exchange.get(old) as Scalar | undefined) ?? old;
      default:
        return old;
    }
  }

  function comment(old: Comment): Comment {
    return (exchange.get(old) as Comment | undefined) ?? old;
  }
}
