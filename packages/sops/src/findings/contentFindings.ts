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

import type { Identity } from 'age-encryption';
import { checkMac } from '../checkMac';
import { DataKeyError } from '../errors/DataKeyError';
import type { SopsMetadata } from '../metadata/model';
import { openSites } from '../open';
import { unwrapKey } from '../recipients/unwrapKey';
import { Scratch } from '../scratch';
import type { Site } from '../tree/walk';
import { importDataKey } from '../value/cipher';
import type { Finding } from './finding';

/**
 * What only the data key can tell: whether every value is authentic, and the
 * MAC right.
 *
 * @internal
 */
export async function findContentFindings(
  sites: readonly Site[],
  metadata: SopsMetadata,
  identities: readonly (string | Identity)[],
): Promise<Finding[]> {
  const scratch = new Scratch();
  try {
    const dataKey = scratch.keep(await unwrapKey(metadata, identities));
    const key = await importDataKey(dataKey);
    const opened = await openSites(sites, key, scratch);
    const broken = opened
      .filter(({ bytes }) => bytes === undefined)
      .map(({ path }) => ({
        code: 'value-not-authentic' as const,
        path: path.join('.'),
        message: `${path.join('.')} was changed, moved or copied here: it does not belong to this key and file`,
      }));
    const problem = await checkMac(opened, metadata, key, scratch);
    if (problem === undefined || broken.length > 0) return broken;
    return [
      {
        code: 'mac-mismatch',
        path: 'sops.mac',
        message: `The file fails its integrity check: ${problem}`,
      },
    ];
  } catch (error) {
    if (!(error instanceof DataKeyError)) throw error;
    return [{ code: 'no-data-key', path: 'sops', message: error.message }];
  } finally {
    scratch.wipe();
  }
}
