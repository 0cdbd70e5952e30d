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
import type { MapNode, Scalar, TreeNode } from './model';

/**
 * JSON as sops lays it out: one entry a line, a tab for each level unless
 * `.sops.yaml` asks for spaces, and a final line break. JSON has no comments,
 * so they are left out as sops does.
 *
 * @param indent - spaces for each level, or `\t`
 *
 * @internal
 */
export function emitJson(document: MapNode, indent: number | '\t'): string {
  const unit = indent === '\t' ? indent : ' '.repeat(indent);
  return `${emitNode(document, unit, '\n')}\n`;
}

function emitNode(node: TreeNode, unit: string, margin: string): string {
  switch (node.kind) {
    case 'null':
      return 'null';
    case 'scalar':
      return emitScalar(node);
    case 'map': {
      const entries = node.entries.filter(entry => entry.kind === 'entry');
      const lines = entries.map(
        ({ key, value }) =>
          `${JSON.stringify(key)}: ${emitNode(value, unit, margin + unit)}`,
      );
      return wrap('{', lines, '}', unit, margin);
    }
    default: {
      const items = node.items.filter(item => item.kind !== 'comment');
      const lines = items.map(item => emitNode(item, unit, margin + unit));
      return wrap('[', lines, ']', unit, margin);
    }
  }
}

function wrap(
  open: string,
  lines: readonly string[],
  close: string,
  unit: string,
  margin: string,
): string {
  if (lines.length === 0) return open + close;
  const inner = margin + unit;
  return open + inner + lines.join(`,${inner}`) + margin + close;
}

function emitScalar({ type, value, source }: Scalar): string {
  if (typeof value !== 'string') {
    throw new Error('a secret leaf cannot be written in clear');
  }
  if (type === 'str' || type === 'time') return JSON.stringify(value);
  if (/Inf|NaN/.test(value)) {
    throw new InvalidDocumentError(
      'JSON has no infinity and no NaN: use YAML, or text.',
    );
  }
  return source ?? value.toLowerCase();
}
