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

import { readBlobs } from './readBlobs';
import { runGit } from './runGit';

/** One file of a diff. @internal */
export interface FileDiff {
  readonly path: string;
  readonly change: 'added' | 'deleted' | 'modified';
  readonly lines: readonly DiffLine[];
}

/** @internal */
export interface DiffLine {
  readonly kind: 'context' | 'added' | 'deleted' | 'hunk';
  readonly text: string;
}

const KINDS = { A: 'added', D: 'deleted' } as const;
const LINES = { '+': 'added', '-': 'deleted', '@': 'hunk' } as const;

/** What has to change to get from one commit to the other. @internal */
export async function fileDiffs(
  folder: string,
  from: string,
  to: string,
): Promise<readonly FileDiff[]> {
  const raw = await runGit(folder, ['diff-tree', '-r', '-z', from, to]);
  return Promise.all(
    parseRaw(raw.toString('utf8')).map(async ({ letter, ids, path }) => {
      const change = KINDS[letter as keyof typeof KINDS] ?? 'modified';
      return { path, change, lines: await diffLines(folder, change, ids) };
    }),
  );
}

/** `:MODE SP MODE SP ID SP ID SP LETTER NUL PATH NUL …` */
function parseRaw(raw: string) {
  const parts = raw.split('\0');
  return Array.from({ length: (parts.length - 1) / 2 }, (_, index) => {
    const [, , before, after, letter] = parts[2 * index].split(' ');
    return { letter, ids: [before, after], path: parts[2 * index + 1] };
  });
}

async function diffLines(
  folder: string,
  change: FileDiff['change'],
  [before, after]: readonly string[],
): Promise<readonly DiffLine[]> {
  if (change !== 'modified') {
    const id = change === 'added' ? after : before;
    const blob = (await readBlobs(folder, [id])).get(id)!.toString('utf8');
    const lines = blob.replace(/\n$/, '').split('\n');
    return lines.map(text => ({ kind: change, text }));
  }
  const diff = await runGit(folder, ['diff', '--no-color', before, after]);
  const lines = diff.toString('utf8').replace(/\n$/, '').split('\n');
  const start = lines.findIndex(line => line.startsWith('@@'));
  return start < 0
    ? []
    : lines.slice(start).map(line => ({
        kind: LINES[line[0] as keyof typeof LINES] ?? 'context',
        text: line.startsWith('@') ? line : line.slice(1),
      }));
}
