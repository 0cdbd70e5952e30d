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

import { isCollection, isPair, isScalar, isSeq, Node, Pair, visit } from 'yaml';
import { isPlainSafe } from './isPlainSafe';
import { LineStyle } from './renderLines';
import { Quoting } from './writeScalar';
import { YamlFile } from './YamlFile';

const QUOTING: { readonly [type: string]: Quoting } = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
};

/**
 * How new lines have to look to be like those around them.
 *
 * @param near - where they go, the nearest first; the first that holds a string
 * decides how strings are quoted, otherwise most of the file does.
 */
export function fileStyle(
  file: YamlFile,
  near: readonly (Node | null | undefined)[],
): LineStyle {
  const pairs: Pair[] = [];
  const values: unknown[] = [];
  for (const { contents } of file.documents) {
    visit(contents, {
      Pair: (_, pair) => {
        pairs.push(pair);
        values.push(pair.value);
      },
      Seq: (_, { items }) => {
        values.push(...items);
      },
    });
  }
  const depths = pairs.flatMap(({ key, value }) =>
    isCollection(value) && !value.flow && value.srcToken
      ? {
          isList: isSeq(value),
          depth:
            file.columnOf(value.srcToken.offset) -
            file.columnOf((key as Node).range![0]),
        }
      : [],
  );
  const lists = depths.filter(({ isList }) => isList);
  const deep = lists.filter(({ depth }) => depth > 0);
  const free = values.filter(hasChoice).map(quotingOf);
  const count = (quoting: Quoting) =>
    free.filter(vote => vote === quoting).length;
  const most = (['plain', 'double', 'single'] as const).reduce((a, b) =>
    count(b) > count(a) ? b : a,
  );
  return {
    indent: depths.find(({ isList }) => !isList)?.depth ?? 2,
    indentLists: lists.length
      ? deep.length * 2 >= lists.length
      : (file.usual.indentLists ?? true),
    quoting:
      firstOf(near, node => lastQuoting(node, hasChoice)) ??
      (free.length ? most : firstOf(near, node => lastQuoting(node))) ??
      'plain',
  };
}

function firstOf(
  near: readonly (Node | null | undefined)[],
  quotingIn: (node: Node | null | undefined) => Quoting | undefined,
): Quoting | undefined {
  return near.map(quotingIn).find(quoting => quoting !== undefined);
}

/** Of the last string inside a node; a string itself counts in any case. */
function lastQuoting(
  node: Node | null | undefined,
  counts: (node: unknown) => boolean = () => true,
): Quoting | undefined {
  if (!isCollection(node)) {
    return quotingOf(node);
  }
  for (const item of [...node.items].reverse()) {
    const value = (isPair(item) ? item.value : item) as Node | null;
    const quoting =
      isCollection(value) || counts(value)
        ? lastQuoting(value, counts)
        : undefined;
    if (quoting) {
      return quoting;
    }
  }
  return undefined;
}

/** Quotes that had to be say nothing about taste. */
function hasChoice(node: unknown): boolean {
  return (
    isScalar(node) &&
    typeof node.value === 'string' &&
    isPlainSafe(node.value, true)
  );
}

function quotingOf(node: unknown): Quoting | undefined {
  return isScalar(node) && typeof node.value === 'string'
    ? QUOTING[node.type ?? '']
    : undefined;
}
