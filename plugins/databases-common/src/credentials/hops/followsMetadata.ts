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
import { secretMetadata, SecretMetadataData } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { RoleHop } from '../SecretUse';
import { TracedHop } from '../TracedHop';

/**
 * The hop of a role, which waits where the metadata of the Secret show that it has
 * moved on. What fails says why it does not follow.
 *
 * @param createdAt - when the database was made: RFC 3339
 */
export function followsMetadata(
  { version, ...hop }: RoleHop,
  metadata: Fact<SecretMetadataData> | undefined,
  createdAt: string | undefined,
): TracedHop {
  return hop.report.says !== 'failing' &&
    version !== undefined &&
    metadata &&
    hasMoved(metadata, version, createdAt)
    ? {
        ...hop,
        report: { says: 'waiting' },
        evidence: [
          evidenceOf(
            secretMetadata,
            metadata,
            'metadata.resourceVersion',
            metadata.resourceVersion,
          ),
          ...hop.evidence,
        ],
      }
    : hop;
}

/** Values that were there when the database was made are what it was made with. */
function hasMoved(
  { resourceVersion, data }: Fact<SecretMetadataData>,
  version: string,
  createdAt: string | undefined,
): boolean {
  const written = instantOf(data.writers[0]?.at);
  const made = instantOf(createdAt);
  return (
    resourceVersion !== undefined &&
    resourceVersion !== version &&
    (written === undefined || made === undefined || written > made)
  );
}
