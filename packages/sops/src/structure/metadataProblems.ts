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

import type { SopsMetadata } from '../metadata/model';
import { parseEnvelope } from '../value/envelope';
import type { Problem } from './problem';

/**
 * Metadata that sops would refuse, or take for those of a file not encrypted.
 *
 * @internal
 */
export function metadataProblems(metadata: SopsMetadata): Problem[] {
  const problems: Problem[] = [];
  if (
    metadata.mac === undefined ||
    parseEnvelope(metadata.mac)?.type !== 'str'
  ) {
    problems.push({
      code: 'missing-mac',
      path: 'sops.mac',
      message: 'The file has no MAC, so sops takes it for not encrypted',
    });
  }
  if (!/^\d+\.\d+\.\d+/.test(metadata.version ?? '')) {
    problems.push({
      code: 'missing-version',
      path: 'sops.version',
      message: 'The file has no version, so sops refuses it',
    });
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(metadata.lastModified)) {
    problems.push({
      code: 'invalid-metadata',
      path: 'sops.lastmodified',
      message: 'sops.lastmodified is not in the form 2026-01-31T12:00:00Z',
    });
  }
  return problems;
}
