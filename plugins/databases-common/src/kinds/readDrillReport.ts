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

// The report of cnpg-drill, version 1 of its schema, as far as it is used:
//
//   { "schemaVersion": 1, "source": "databases/shop-cnpg",
//     "sourceClusterUID": "7f0f…", "status": "passed" | "failed",
//     "phase": "preflight" when it failed before it restored anything,
//     "backupName": "shop-daily-20261121020000", "backupID": "20261121T020005",
//     "recoverySeconds": 61.36, "checks": [{ "name": "rows", "passed": true }],
//     "failureReason": "wal_unavailable", "error": "Recovery did not …",
//     "finishedAt": "2026-11-21T05:01:10.749624+00:00" }
//
// cnpg-drill prints it. Where an API server shall hold it, a container has to
// write it to its termination log (`--report /dev/termination-log`) or somebody
// to an annotation; of a log the kubelet keeps only the end, so that words may
// stand before it, and it may be cut off.

import { Fields } from '../observation';
import { DrillReport } from './DrillReport';
import { shortText } from './shortText';

/**
 * The report of a drill, whatever somebody wrote there. Nothing is kept of a text
 * that is no report: it may be the end of a log, with a connection in it.
 *
 * @returns `undefined` when nothing is written
 */
export function readDrillReport(
  text: string | undefined,
): DrillReport | undefined {
  if (!text?.trim()) {
    return undefined;
  }
  const fields = Fields.of(parse(text.slice(Math.max(0, text.indexOf('{')))));
  const status = fields.string('status');
  const source = fields.string('source');
  const finishedAt = fields.string('finishedAt');
  const unreadable = (field?: string): DrillReport => ({
    outcome: 'unreadable',
    ...(field && { field }),
  });
  if (!fields.present) {
    return unreadable();
  }
  if (fields.number('schemaVersion') !== 1) {
    return unreadable('schemaVersion');
  }
  if (status !== 'passed' && status !== 'failed') {
    return unreadable('status');
  }
  if (!source) {
    return unreadable('source');
  }
  if (!finishedAt) {
    return unreadable('finishedAt');
  }
  const unmet = fields
    .list('checks')
    .filter(check => check.boolean('passed') !== true)
    .map(check => check.string('name') ?? '—');
  const passed = status === 'passed' && !unmet.length;
  return {
    outcome: passed ? 'passed' : 'failed',
    source: shortText(source, 130)!,
    sourceUid: shortText(fields.string('sourceClusterUID'), 40),
    backup: shortText(
      fields.string('backupName') || fields.string('backupID'),
      130,
    ),
    seconds: fields.number('recoverySeconds'),
    finishedAt: shortText(finishedAt, 40)!,
    ...(!passed && {
      preflight: fields.string('phase') === 'preflight',
      reason: shortText(reasonOf(fields, unmet), 240),
    }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A word for machines and a sentence for people; there may be either. */
function reasonOf(fields: Fields, unmet: readonly string[]): string {
  const words = [fields.string('failureReason'), fields.string('error')];
  return words.filter(Boolean).join(': ') || unmet.join(', ') || 'failed';
}
