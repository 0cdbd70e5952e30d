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

import { instantOf } from '../../assessment';
import { BackupRunData } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf, ObservedKind } from '../../observation';
import { BackupRun } from '../BackupRoutine';
import { holdsNothing } from '../holdsNothing';

/** An object that is one backup, as an attempt. */
export function readRun(
  kind: ObservedKind<BackupRunData>,
  fact: Fact<BackupRunData>,
): BackupRun {
  const { outcome, startedAt, endedAt, error, bytes, content, word } =
    fact.data;
  const start = instantOf(startedAt);
  const end = instantOf(endedAt);
  return {
    name: fact.name,
    evidence: evidenceOf(kind, fact, 'status', word),
    at: end ?? start ?? instantOf(fact.createdAt) ?? 0,
    ...(start !== undefined && { startedAt: start }),
    ...(end !== undefined && { endedAt: end }),
    // One that ended at no time that can be read is none to rely on.
    outcome: outcome === 'completed' && end === undefined ? 'unknown' : outcome,
    ...(outcome === 'failed' && error && { error }),
    ...(bytes !== undefined && { bytes }),
    content: contentOf(content, bytes),
  };
}

function contentOf(
  content: BackupRunData['content'],
  bytes: number | undefined,
): BackupRun['content'] {
  if (holdsNothing(bytes)) {
    return 'refused';
  }
  return content === 'checked' ? 'proven' : content;
}
