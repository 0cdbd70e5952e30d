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

import type { Log, ReportingDescriptor, Result } from 'sarif';
import { Severity } from '@basewell/plugin-databases-common';
import {
  FileFinding,
  fileRules,
} from '@basewell/plugin-databases-common/domain';
import { TreeCheck } from '../local/checkTree';

const levels: {
  readonly [severity in Severity]: 'error' | 'warning' | 'note';
} = { error: 'error', warning: 'warning', info: 'note' };

/** Speaks of the waivers themselves; it is no rule of the registry. */
const waivers: ReportingDescriptor = {
  id: 'waivers',
  shortDescription: { text: 'Waivers are complete and have not run out.' },
  defaultConfiguration: { level: 'error' },
};

const descriptors: ReportingDescriptor[] = [
  ...fileRules.map(({ id, title, severity }) => ({
    id,
    shortDescription: { text: `${title}.` },
    defaultConfiguration: { level: levels[severity] },
  })),
  waivers,
];

/**
 * The findings in SARIF 2.1.0, one run. Paths are relative to the root of the
 * repository; with several repositories each has a base of its own. What is waived is
 * suppressed, and why stands there.
 */
export function checkSarif(checks: readonly TreeCheck[]): string {
  const isSole = checks.length === 1;
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'databases check',
            informationUri: 'https://github.com/basewell/basewell',
            rules: descriptors,
          },
        },
        columnKind: 'utf16CodeUnits',
        ...(!isSole && {
          originalUriBaseIds: Object.fromEntries(
            checks.map(({ tree }, index) => [
              baseId(index),
              { description: { text: tree } },
            ]),
          ),
        }),
        results: checks.flatMap(({ findings }, index) =>
          findings.map(finding =>
            toResult(finding, isSole ? undefined : baseId(index)),
          ),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function baseId(index: number): string {
  return `REPOSITORY_${index + 1}`;
}

function toResult(
  { rule, severity, summary, remedy, place, waiver }: FileFinding,
  uriBaseId: string | undefined,
): Result {
  const { path, line, key = '' } = place;
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return {
    ruleId: rule,
    ruleIndex: descriptors.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: `${summary} ${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, ...(uriBaseId && { uriBaseId }) },
          region: { startLine: line },
        },
      },
    ],
    // The same finding when lines are added above it.
    partialFingerprints: { 'basewell/v1': `${rule}:${path}:${key}` },
    ...(waiver && {
      suppressions: [
        {
          kind: 'external',
          justification: `${waiver.reason} (${waiver.owner}, until ${waiver.until})`,
        },
      ],
    }),
  };
}
