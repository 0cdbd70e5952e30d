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

import { matchesGlob } from 'node:path';
import { isScalar, parseAllDocuments, visit } from 'yaml';
import { readYaml } from '../yaml';
import { isPlainSafe } from '../yaml/isPlainSafe';
import { Tree } from './TreeSource';

/** The rules of a `.yamllint` that this reads; another one is an error. */
interface Rules {
  readonly 'document-start'?: { readonly present: boolean };
  readonly indentation?: {
    readonly spaces: number;
    readonly 'indent-sequences': boolean;
  };
  readonly 'quoted-strings'?: {
    readonly 'quote-type': 'single' | 'double';
    readonly required: 'only-when-needed';
  };
}

const known = [
  'document-start',
  'indentation',
  'quoted-strings',
  'line-length',
  'comments-indentation',
];

/** What yamllint would say, as far as the rules above go and of its defaults: ends of lines. */
export function yamllint(
  tree: Tree,
  paths: readonly string[],
): readonly string[] {
  const [{ ignore, rules }] = readYaml(tree['.yamllint']) as [
    { readonly ignore: string; readonly rules: Rules },
  ];
  const unknown = Object.keys(rules).find(rule => !known.includes(rule));
  if (unknown !== undefined) {
    throw new Error(`${unknown} is not a rule that is read here`);
  }
  const ignored = ignore.split('\n').filter(pattern => pattern !== '');
  return paths
    .filter(path => /\.ya?ml$/.test(path))
    .filter(path => !ignored.some(pattern => matchesGlob(path, pattern)))
    .flatMap(path =>
      problems(tree[path], rules).map(problem => `${path}: ${problem}`),
    );
}

function problems(text: string, rules: Rules): readonly string[] {
  const found: string[] = [];
  if (/[ \t]+$/m.test(text) || !text.endsWith('\n')) {
    found.push('trailing spaces, or no end of the last line');
  }
  if (rules['document-start']?.present && !text.startsWith('---\n')) {
    found.push('no ---');
  }
  const column = (offset: number) =>
    offset - (text.lastIndexOf('\n', offset - 1) + 1);
  for (const document of parseAllDocuments(text)) {
    visit(document, {
      Pair(_, { key, value }) {
        const { indentation } = rules;
        const range = (node: unknown) =>
          (node as { readonly range?: readonly number[] } | null)?.range?.[0];
        const isBlockList =
          value !== null &&
          (value as { items?: unknown; flow?: boolean }).items !== undefined &&
          !(value as { flow?: boolean }).flow &&
          text[range(value)!] === '-';
        const start = range(key);
        if (indentation && isBlockList && start !== undefined) {
          const depth = column(range(value)!) - column(start);
          if (depth !== (indentation['indent-sequences'] ? 2 : 0)) {
            found.push(`list of ${key} is indented by ${depth}`);
          }
        }
      },
      Scalar(_, node) {
        const rule = rules['quoted-strings'];
        const type = isScalar(node) ? node.type : undefined;
        if (!rule || (type !== 'QUOTE_SINGLE' && type !== 'QUOTE_DOUBLE')) {
          return;
        }
        const { value } = node as { readonly value: string };
        const wanted = rule['quote-type'] === 'single';
        if ((type === 'QUOTE_SINGLE') !== wanted && !value.includes("'")) {
          found.push(`"${value}" has other quotes`);
        }
        if (isPlainSafe(value)) {
          found.push(`"${value}" needs no quotes`);
        }
      },
    });
  }
  return found;
}
