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
  type Alias,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  type Scalar as YamlScalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { InvalidDocumentError } from '../errors/InvalidDocumentError';
import { attachComments, type Container, type Slot } from './attachComments';
import type { Comment, Entry, MapNode, TreeNode } from './model';
import { resolvePlain } from './resolvePlain';
import { type FoundComment, scanComments } from './scanComments';

/**
 * YAML text as go-yaml, and so sops, reads it: plain scalars resolved by its
 * rules, aliases expanded, comments attached to the block they stand in, keys
 * that are text and unique.
 *
 * Refused are explicit tags other than `!!str`, and merge keys when text is to
 * be encrypted: sops makes `<<` a key of its own, so that the manifest loses
 * what was merged.
 *
 * Messages of the parser are not passed on, since they quote the text.
 */

/** Aliases multiply: the "billion laughs" stop here. */
const mostNodes = 100_000;

/** Line breaks in YAML 1.1, and for go-yaml, but not in YAML 1.2. */
const lineSeparators = /[\u0085\u2028\u2029]/;

/** go-yaml writes them raw in single quotes, and indents what follows. */
function unfold(text: string): string {
  return text.replace(/[ \t]*([\u2028\u2029]+)[ \t]*/g, '$1');
}

class DocumentReader {
  readonly start: number;
  private readonly slots: Slot[] = [];
  private readonly expanding = new Set<Node>();
  private nodes = 0;

  constructor(
    private readonly text: string,
    private readonly document: Document.Parsed,
    private readonly mergeKeys: 'refuse' | 'keep',
  ) {
    [this.start] = document.range;
  }

  read(comments: readonly FoundComment[]): MapNode {
    const { contents, errors } = this.document;
    if (errors.length > 0) {
      this.refuse(
        `the YAML is malformed (${errors[0].code})`,
        errors[0].pos[0],
      );
    }
    const root = this.open(contents, undefined);
    if (isMap(contents)) {
      this.fill(root, contents, true);
    } else if (!isScalar(contents) || contents.source !== '') {
      this.refuse(
        'a document must be a map: sops supports no list or value at the top',
        contents?.range?.[0],
      );
    }
    attachComments(root, this.slots, comments);
    return { kind: 'map', entries: root.children as (Entry | Comment)[] };
  }

  /** `slot` is where the node stands; `record` is off inside an alias. */
  private node(node: Node | null, slot: Slot, record: boolean): TreeNode {
    this.nodes += 1;
    if (this.nodes > mostNodes) {
      this.refuse(`the document has more than ${mostNodes} nodes`, slot.start);
    }
    if (isAlias(node)) return this.alias(node, slot);
    if (isScalar(node)) return this.scalar(node, slot);
    if (!isMap(node) && !isSeq(node)) return { kind: 'null' };
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
      this.refuse(`the tag ${node.tag} is not supported`, slot.start);
    }
    const container = this.open(node, slot);
    this.fill(container, node, record);
    if (container.children.length > 0) slot.value = container;
    // Comments are put into the same array later.
    return isMap(node)
      ? { kind: 'map', entries: container.children as (Entry | Comment)[] }
      : { kind: 'list', items: container.children as (TreeNode | Comment)[] };
  }

  private open(node: Node | null, owner: Slot | undefined): Container {
    const collection = isMap(node) || isSeq(node) ? node : undefined;
    const flow = collection?.flow === true;
    const isBlock = collection && !flow && collection.items.length > 0;
    return {
      children: [],
      column: isBlock ? this.column(startOf(collection, 0)) : Infinity,
      flow,
      end: node?.range?.[1] ?? 0,
      owner,
      lastSlot: undefined,
    };
  }

  private fill(container: Container, node: YAMLMap | YAMLSeq, record: boolean) {
    node.items.forEach((item, index) => {
      const slot: Slot = {
        child: undefined,
        container,
        start: startOf(node, index),
        value: undefined,
      };
      if (record) this.slots.push(slot);
      slot.child = isPair(item)
        ? {
            kind: 'entry',
            key: this.key(item.key as Node | null, slot),
            value: this.node(item.value as Node | null, slot, record),
          }
        : this.node(item as Node | null, slot, record);
      container.children.push(slot.child);
      container.lastSlot = slot;
    });
  }

  private key(node: Node | null, slot: Slot): string {
    const key = isScalar(node) ? this.scalar(node, slot) : undefined;
    if (key?.kind !== 'scalar' || key.type !== 'str') {
      this.refuse(
        'a key is not text: quote it, sops supports no other keys',
        slot.start,
      );
    }
    const isMerge = key.value === '<<' && (node as YamlScalar).type === 'PLAIN';
    if (isMerge && this.mergeKeys === 'refuse') {
      this.refuse(
        'sops would make the merge key "<<" a key of its own: write out what it merges',
        slot.start,
      );
    }
    return key.value as string;
  }

  private scalar(node: YamlScalar, slot: Slot): TreeNode {
    const { tag, type, source = '' } = node;
    const isText = tag === 'tag:yaml.org,2002:str';
    // go-yaml writes the merge key with its tag.
    const isMerge = tag === 'tag:yaml.org,2002:merge' && source === '<<';
    if (tag !== undefined && !isText && !isMerge) {
      this.refuse(`the tag ${tag} is not supported`, slot.start);
    }
    const [from, to] = node.range ?? [0, 0];
    if (lineSeparators.test(this.text.slice(from, to))) {
      if (type !== 'QUOTE_SINGLE') {
        this.refuse(
          'go-yaml takes U+0085, U+2028 and U+2029 for line breaks: write them as escapes in double quotes',
          slot.start,
        );
      }
      return { kind: 'scalar', type: 'str', value: unfold(source) };
    }
    if (type !== 'PLAIN' || isText) {
      return { kind: 'scalar', type: 'str', value: source };
    }
    const resolved = resolvePlain(source);
    return (
      resolved ??
      this.refuse(
        'sops cannot hold an integer from 2^63 to 2^64: quote it if it is text',
        slot.start,
      )
    );
  }

  private alias(alias: Alias, slot: Slot): TreeNode {
    const anchored = alias.resolve(this.document);
    if (anchored === undefined || this.expanding.has(anchored)) {
      this.refuse('an alias refers to itself or to no anchor', slot.start);
    }
    this.expanding.add(anchored);
    const expanded = this.node(anchored as Node, { ...slot }, false);
    this.expanding.delete(anchored);
    return expanded;
  }

  private column(offset: number): number {
    return offset - this.text.lastIndexOf('\n', offset - 1) - 1;
  }

  private refuse(reason: string, offset = 0): never {
    const line = this.text.slice(0, offset).split('\n').length;
    throw new InvalidDocumentError(
      reason,
      `line ${line}, column ${this.column(offset) + 1}`,
    );
  }
}

/** The offset of a key, or of the dash before an item. */
function startOf(node: YAMLMap | YAMLSeq, index: number): number {
  const item = node.items[index];
  if (isPair(item)) return (item.key as Node | null)?.range?.[0] ?? 0;
  const token = node.srcToken as CST.BlockSequence | CST.FlowCollection;
  const dash = token.items[index].start.find(
    ({ type }) => type === 'seq-item-ind',
  );
  return dash?.offset ?? (item as Node).range?.[0] ?? 0;
}

/**
 * @throws InvalidDocumentError with the position
 *
 * @internal
 */
export function readYaml(
  text: string,
  mergeKeys: 'refuse' | 'keep' = 'keep',
): MapNode[] {
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    version: '1.2',
    prettyErrors: false,
    keepSourceTokens: true,
    logLevel: 'silent',
  });
  if (documents.length === 0) {
    throw new InvalidDocumentError(
      'The file is empty: sops needs at least one document.',
    );
  }
  const readers = documents.map(
    document =>
      new DocumentReader(text, document as Document.Parsed, mergeKeys),
  );
  const comments = scanComments(text);
  return readers.map((reader, index) => {
    const from = index === 0 ? 0 : reader.start;
    const to = readers[index + 1]?.start ?? Infinity;
    return reader.read(
      comments.filter(({ offset }) => offset >= from && offset < to),
    );
  });
}
