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

/** Text between these is ours; what people write around it stays. */
const BEGIN = '<!-- basewell:begin -->';
const END = '<!-- basewell:end -->';

/** Wraps a description so that a later run can replace it. */
export function markDescription(description: string): string {
  return `${BEGIN}\n${description.trim()}\n${END}\n`;
}

/**
 * Puts a new description in the place of an earlier one: text around it stays,
 * and so do the boxes of its checklist that somebody has ticked.
 */
export function mergeDescription(
  existing: string,
  description: string,
): string {
  const body = existing.replace(/\r\n/g, '\n');
  const begin = body.indexOf(BEGIN);
  const end = body.indexOf(END, begin);
  if (begin < 0 || end < 0) {
    return markDescription(description);
  }
  const ticked = new Set(
    body
      .slice(begin, end)
      .split('\n')
      .map(line => /^- \[[xX]\] (.*)$/.exec(line)?.[1])
      .filter(Boolean),
  );
  const merged = markDescription(description)
    .trimEnd()
    .replace(/^- \[ \] (.*)$/gm, (line, item) =>
      ticked.has(item) ? `- [x] ${item}` : line,
    );
  return `${body.slice(0, begin)}${merged}${body.slice(end + END.length)}`;
}
