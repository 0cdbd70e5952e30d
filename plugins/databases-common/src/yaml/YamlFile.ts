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
  isCollection,
  LineCounter,
  Node,
  Pair,
  parseAllDocuments,
  Scalar,
  visit,
  YAMLMap,
} from 'yaml';
import { LONGEST_YAML } from './longestYaml';
import { Refusal } from './Refusal';
import type { YamlStyle } from './renderYaml';

/** A file by its text, and where in the text each value stands. */
export class YamlFile {
  readonly text: string;
  readonly documents: readonly Document.Parsed[];
  /** What ends most of its lines. */
  readonly lineEnding: '\n' | '\r\n';
  /** How to write what the file itself does not show. */
  readonly usual: YamlStyle;
  readonly #lines: LineCounter;

  /** @throws Refusal for a file that is not YAML, or too long */
  constructor(text: string, usual: YamlStyle = {}) {
    if (text.length > LONGEST_YAML) {
      throw new Refusal(
        `it has more than ${LONGEST_YAML} characters`,
        'Split the file, or make the change by hand.',
      );
    }
    this.text = text;
    this.usual = usual;
    this.#lines = new LineCounter();
    const parsed = parseAllDocuments(text, {
      keepSourceTokens: true,
      lineCounter: this.#lines,
      prettyErrors: false,
      logLevel: 'error',
    });
    this.documents = Array.isArray(parsed) ? parsed : [];
    this.lineEnding = mostLineEndings(text);
    this.#refuseWhatIsNotYaml();
  }

  /** The line of an offset, from 1. */
  lineOf(offset: number): number {
    return this.#lines.linePos(offset).line;
  }

  /** Characters before an offset in its line. */
  columnOf(offset: number): number {
    return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
  }

  /** Where the line of an offset ends, before its line ending. */
  lineEnd(offset: number): number {
    const newline = this.text.indexOf('\n', offset);
    const end = newline < 0 ? this.text.length : newline;
    return this.text[end - 1] === '\r' ? end - 1 : end;
  }

  /** Where a node begins, for a message. */
  at(node: unknown): string {
    const offset = (node as Node | undefined)?.range?.[0];
    return offset === undefined ? 'the file' : `line ${this.lineOf(offset)}`;
  }

  /**
   * The entry of a map. One that may come from a merge key is not known.
   *
   * @throws Refusal when it is written in a way that cannot be edited
   */
  pair(map: YAMLMap, key: string): Pair<Node, Node | null> | undefined {
    const pairs = map.items as Pair<Node, Node | null>[];
    const found = pairs.find(pair => keyOf(pair) === key);
    const merge = pairs.find(pair => keyOf(pair) === '<<');
    if (!found && merge) {
      throw new Refusal(
        `${this.at(merge.key)} merges other values, and ${key} may be among them`,
        `Write ${key} beside the merge key by hand.`,
      );
    }
    if (found && this.colon(found) === undefined) {
      throw new Refusal(
        `${this.at(found.key)} writes the key ${key} in an unusual way`,
        `Write it as \`${key}: …\`.`,
      );
    }
    return found;
  }

  /** The offset behind the colon of an entry. */
  colon(pair: Pair<Node, Node | null>): number | undefined {
    const token = pair.srcToken;
    const explicit = token?.start.some(
      ({ type }) => type === 'explicit-key-ind',
    );
    const colon = token?.sep?.find(({ type }) => type === 'map-value-ind');
    return explicit || !colon ? undefined : colon.offset + 1;
  }

  /** @throws Refusal when a change of this node would also be one elsewhere */
  refuseShared(node: unknown, what: string, remedy: string): void {
    if (isAlias(node)) {
      throw new Refusal(
        `${this.at(node)}: ${what} is the alias *${node.source}, so a change would reach everything that shares it`,
        remedy,
      );
    }
    const { tag, anchor } = (node ?? {}) as { tag?: string; anchor?: string };
    if (tag) {
      throw new Refusal(`${this.at(node)}: ${what} has the tag ${tag}`, remedy);
    }
    const use = anchor === undefined ? undefined : this.aliases(anchor)[0];
    if (use) {
      throw new Refusal(
        `${this.at(node)}: ${what} is anchored as &${anchor} and used again on ${this.at(use)}`,
        remedy,
      );
    }
  }

  /** Where an anchor is used. */
  aliases(anchor: string): readonly Node[] {
    const found: Node[] = [];
    for (const document of this.documents) {
      visit(document, {
        Alias: (_, alias) => {
          if (alias.source === anchor) {
            found.push(alias);
          }
        },
      });
    }
    return found;
  }

  #refuseWhatIsNotYaml() {
    const [error] = this.documents.flatMap(({ errors }) => errors);
    if (error) {
      const line = this.lineOf(error.pos[0]);
      throw new Refusal(
        `line ${line} is not valid YAML (${error.code})${this.#isTemplate(line)}`,
        'Correct that line first, or make the change by hand.',
      );
    }
    for (const document of this.documents) {
      visit(document, {
        Pair: (_, { key }) => {
          if (isCollection(key)) {
            const line = this.lineOf(key.range![0]);
            throw new Refusal(
              `line ${line} has a collection as a key${this.#isTemplate(line)}`,
              'Put a template into quotes, or make the change by hand.',
            );
          }
        },
      });
    }
  }

  #isTemplate(line: number): string {
    return this.text.split('\n')[line - 1]?.includes('{{')
      ? ': it holds a template outside of quotes'
      : '';
  }
}

function keyOf({ key }: Pair<Node, unknown>): unknown {
  return key instanceof Scalar ? key.value : undefined;
}

function mostLineEndings(text: string): '\n' | '\r\n' {
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > all ? '\r\n' : '\n';
}
