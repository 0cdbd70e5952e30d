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

import { FileFinding } from '@basewell/plugin-databases-common/domain';
import { TreeCheck } from '../local/checkTree';

/** The findings for people, file by file; those with a waiver last. */
export function checkText(checks: readonly TreeCheck[]): string {
  const lines = checks.flatMap(({ tree, findings }) => {
    const open = findings.filter(({ waiver }) => !waiver);
    const waived = findings.filter(({ waiver }) => waiver);
    const paths = [...new Set(open.map(({ place }) => place.path))];
    const blocks = [
      ...paths.flatMap(path => [
        path,
        ...open
          .filter(({ place }) => place.path === path)
          .flatMap(findingLines),
        '',
      ]),
      ...(waived.length ? ['waived', ...waived.map(waivedLine), ''] : []),
    ];
    return checks.length > 1 && blocks.length
      ? [`== ${tree}`, '', ...blocks]
      : blocks;
  });
  return lines.map(line => `${line}\n`).join('');
}

function findingLines(finding: FileFinding): readonly string[] {
  const { severity, rule, summary, remedy, place } = finding;
  return [
    `  ${String(place.line).padStart(4)}  ${severity.padEnd(7)}  ${rule}: ${summary}`,
    `                 ${remedy}`,
  ];
}

function waivedLine({ place, rule, waiver }: FileFinding): string {
  return `  ${place.path}:${place.line}  ${rule} until ${waiver?.until}, by ${waiver?.owner}: ${waiver?.reason}`;
}
