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

import { isPrintable } from './isPrintable';
import { Quoting, writeScalar } from './writeScalar';

/** How new lines look. */
export interface LineStyle {
  /** Spaces by which a map is indented below its key. */
  readonly indent: number;
  /** Whether lists are indented below their key too. */
  readonly indentLists: boolean;
  readonly quoting: Quoting;
}

/** Plain data as lines of block style; an empty collection is one line. */
export function renderLines(value: unknown, style: LineStyle): string[] {
  if (Array.isArray(value) && value.length) {
    return value.flatMap(item => {
      const [first, ...rest] = renderLines(item ?? null, style);
      return [`- ${first}`, ...indented(rest, 2)];
    });
  }
  if (isRecord(value)) {
    const entries = Object.entries(value).filter(
      ([, entry]) => entry !== undefined,
    );
    return entries.length
      ? entries.flatMap(([key, entry]) => renderEntry(key, entry, style))
      : ['{}'];
  }
  if (typeof value === 'string') {
    return renderString(value, style);
  }
  return [Array.isArray(value) ? '[]' : renderPrimitive(value)];
}

function renderEntry(key: string, value: unknown, style: LineStyle): string[] {
  const { quoting } = style;
  const name = writeScalar(
    key,
    quoting === 'plainElseSingle' ? quoting : 'plain',
  );
  const lines = renderLines(value, style);
  const hasChildren =
    (Array.isArray(value) || isRecord(value)) &&
    !/^(\{\}|\[\])$/.test(lines[0]);
  if (!hasChildren) {
    return [`${name}: ${lines[0]}`, ...indented(lines.slice(1), style.indent)];
  }
  const depth = Array.isArray(value) && !style.indentLists ? 0 : style.indent;
  return [`${name}:`, ...indented(lines, depth)];
}

/**
 * Strings of several lines become literal blocks. Those where a reader would
 * have to guess the indentation or lose spaces are quoted instead.
 */
function renderString(value: string, { quoting }: LineStyle): string[] {
  const body = value.replace(/\n*$/, '');
  const lines = body.split('\n');
  const literal =
    value.includes('\n') &&
    body !== '' &&
    !/^\n*[ \t]/.test(value) &&
    lines.every(
      line => isPrintable(line.replace(/\t/g, '')) && !/^\s+$/.test(line),
    );
  if (!literal) {
    return [writeScalar(value, quoting)];
  }
  const ends = value.length - body.length;
  const chomping = ['-', ''][ends] ?? '+';
  return [
    `|${chomping}`,
    ...indented(lines, 0),
    ...Array.from({ length: Math.max(0, ends - 1) }, () => ''),
  ];
}

function renderPrimitive(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return Number.isNaN(value) ? '.nan' : `${value < 0 ? '-' : ''}.inf`;
  }
  return String(value ?? null);
}

function indented(lines: readonly string[], depth: number): string[] {
  return lines.map(line => (line === '' ? '' : ' '.repeat(depth) + line));
}

function isRecord(
  value: unknown,
): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
