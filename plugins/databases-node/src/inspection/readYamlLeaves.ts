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

import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseAllDocuments,
} from 'yaml';

/** A scalar of a YAML document, with where it stands. */
export interface YamlLeaf {
  /** Keys, and places in lists. */
  readonly path: readonly (string | number)[];
  /** Of its key, from 1. */
  readonly line: number;
  readonly value: unknown;
  /** As the file writes it, without quotes. */
  readonly text: string;
}

export interface YamlLeaves {
  readonly line: number;
  readonly lastLine: number;
  readonly leaves: readonly YamlLeaf[];
}

/** Aliases multiply: the "billion laughs" stop here. */
const mostLeaves = 50_000;

/** The text is no YAML, or none that is safe to read. It quotes nothing. */
export class YamlProblem extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`);
  }
}

class LeafReader {
  readonly #leaves: YamlLeaf[] = [];
  readonly #open = new Set<Node>();

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  read(): readonly YamlLeaf[] {
    this.#visit(this.document.contents, [], 0);
    return this.#leaves;
  }

  #visit(given: unknown, path: YamlLeaf['path'], start: number) {
    const node = isAlias(given) ? given.resolve(this.document) : given;
    if (isMap(node)) {
      this.#enter(node, start, () => {
        for (const { key, value } of node.items) {
          const name = isScalar(key) ? String(key.value) : '';
          const at = (key as Node | null)?.range?.[0] ?? start;
          this.#visit(value, name === '<<' ? path : [...path, name], at);
        }
      });
    } else if (isSeq(node)) {
      this.#enter(node, start, () =>
        node.items.forEach((item, index) =>
          this.#visit(
            item,
            [...path, index],
            (item as Node | null)?.range?.[0] ?? start,
          ),
        ),
      );
    } else if (isScalar(node)) {
      const { value } = node;
      this.#leaves.push({
        path,
        line: this.lines.linePos(start).line,
        value,
        text: typeof value === 'string' ? value : (node.source ?? ''),
      });
    }
  }

  #enter(node: Node, start: number, visitItems: () => void) {
    if (this.#open.has(node) || this.#leaves.length > mostLeaves) {
      const { line } = this.lines.linePos(start);
      throw new YamlProblem(line, 'its aliases grow without end');
    }
    this.#open.add(node);
    visitItems();
    this.#open.delete(node);
  }
}

/**
 * The scalars of every document of a text, YAML or JSON, aliases followed and
 * merge keys merged. Documents without content are left out.
 *
 * @throws YamlProblem
 */
export function readYamlLeaves(text: string): readonly YamlLeaves[] {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    // It would print to the console what is odd, parts of the text included.
    logLevel: 'error',
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error) {
    throw new YamlProblem(lines.linePos(error.pos[0]).line, error.code);
  }
  return documents.flatMap(document => {
    const range = document.contents?.range;
    return range
      ? {
          line: lines.linePos(range[0]).line,
          lastLine: lines.linePos(Math.max(range[0], range[1] - 1)).line,
          leaves: new LeafReader(document, lines).read(),
        }
      : [];
  });
}
