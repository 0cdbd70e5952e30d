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

import { sinceOf } from '../../assessment';
import { secretMetadata, SecretMetadataData } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { TracedHop } from '../TracedHop';

/**
 * The hop of a Secret with what its metadata tell: that it is there, and that its
 * values are as they were when a manager wrote some of them last.
 */
export function withMetadata(
  hop: TracedHop,
  metadata: Fact<SecretMetadataData> | undefined,
): TracedHop {
  if (!metadata) {
    return hop;
  }
  const [writer] = metadata.data.writers;
  const { since } = sinceOf(writer?.at);
  const isUnseen = hop.report.says === 'unseen';
  return {
    ...hop,
    report: isUnseen ? { says: 'declared' } : hop.report,
    ...(since && { changedAt: since }),
    evidence: [
      ...(isUnseen ? [] : hop.evidence),
      evidenceOf(
        secretMetadata,
        metadata,
        `metadata.managedFields[${writer?.manager ?? ''}].time`,
        since,
      ),
    ],
  };
}
