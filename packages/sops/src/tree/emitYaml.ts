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

import { InvalidDocumentError } from '../errors/InvalidDocumentError';
import { emitYamlScalar } from './emitYamlScalar';
import type { Comment, Entry, MapNode, TreeNode } from './model';
import { quoteYaml } from './quoteYaml';

/**
 * Block YAML as sops lays it out:
 *
 *     key:                 a block in a map starts at the next multiple of the
 *         - a: 1           indentation (4 unless .sops.yaml says otherwise),
 *           b: {}          a block in a list two columns after its dash
 *         - - x
 *     # comment
 *     text: |
 *         two
 *         lines
 *     last: 1 # inline
 *
 * Documents are separated by `---`. There are no anchors, nothing is folded,
 * and flow style is for `{}` and `[]` only.
 */

/** YAML readers look no further than 1,024 characters for the colon of a key. */
const longestKey = 1000;

type Child = Entry | TreeNode;

class Page {
  private readonly lines: string[] = [];

  constructor(private readonly indent: number) {}

  document(map: MapNode): string {
    this.block(map.entries, 0, '');
    if (!map.entries.some(isChild)) this.lines.push('{}');
    return `${this.lines.join('\n')}\n`;
  }

  /** `opened` is the dash in front of the first child, if the block has one. */
  private block(
    children: readonly (Child | Comment)[],
    column: number,
    opened: string,
  ) {
    const margin = ' '.repeat(column);
    let lead = opened;
    let comments: Comment[] = [];
    for (const child of children) {
      if (!isChild(child)) {
        comments.push(child);
        continue;
      }
      const inline = comments.at(-1)?.inline && fitsOneLine(child);
      const tail = inline ? ` #${comments.pop()!.text}` : '';
      if (comments.length > 0 && lead !== '') {
        this.lines.push(lead.trimEnd());
        lead = '';
      }
      this.comments(comments, margin);
      this.child(child, column, lead === '' ? margin : lead, tail);
      lead = '';
      comments = [];
    }
    this.comments(comments, margin);
  }

  private child(child: Child, column: number, lead: string, tail: string) {
    if (child.kind !== 'entry') {
      this.value(child, `${lead}-`, tail, column + 2, `${lead}- `);
      return;
    }
    const key = quoteYaml(child.key);
    if (key.length > longestKey) {
      throw new InvalidDocumentError(
        `A key is longer than ${longestKey} characters, which YAML readers refuse.`,
      );
    }
    const next = (Math.floor(column / this.indent) + 1) * this.indent;
    this.value(child.value, `${lead}${key}:`, tail, next, '');
  }

  private value(
    node: TreeNode,
    head: string,
    tail: string,
    column: number,
    opened: string,
  ) {
    if (node.kind === 'map' || node.kind === 'list') {
      const children = node.kind === 'map' ? node.entries : node.items;
      if (!children.some(isChild)) {
        this.lines.push(`${head} ${node.kind === 'map' ? '{}' : '[]'}${tail}`);
        return;
      }
      if (opened === '') this.lines.push(head);
      this.block(children, column, opened);
      return;
    }
    const [first, ...rest] =
      node.kind === 'null' ? ['null'] : emitYamlScalar(node);
    this.lines.push(`${head} ${first}${tail}`);
    for (const line of rest) {
      this.lines.push(line === '' ? '' : ' '.repeat(column) + line);
    }
  }

  private comments(comments: readonly Comment[], margin: string) {
    for (const { text } of comments) this.lines.push(`${margin}#${text}`);
  }
}

function isChild(child: Child | Comment): child is Child {
  return child.kind !== 'comment';
}

function fitsOneLine(child: Child): boolean {
  const node = child.kind === 'entry' ? child.value : child;
  if (node.kind === 'map') return !node.entries.some(isChild);
  if (node.kind === 'list') return !node.items.some(isChild);
  return node.kind === 'null' || emitYamlScalar(node).length === 1;
}

/**
 * @param indent - spaces for each level, from 2 to 9
 *
 * @internal
 */
export function emitYaml(
  documents: readonly MapNode[],
  indent: number,
): string {
  return documents
    .map(document => new Page(indent).document(document))
    .join('---\n');
}
