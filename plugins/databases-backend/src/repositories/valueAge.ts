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

import {
  InspectedVersion,
  SecretFileData,
} from '@basewell/plugin-databases-common/domain';

/** Since when values are as they are. */
export type ValueAge = Pick<SecretFileData, 'valueChange' | 'unchangedSince'>;

/**
 * What the history of a file says of some of its values. SOPS chooses an IV of
 * 32 random bytes whenever it encrypts a value that changed, and keeps it when
 * it does not, also when a file is re-wrapped for other recipients: a value is
 * the same in a version that has its IV.
 *
 * The first version of a file made its values, or the file was moved there: then
 * SOPS wrote it earlier, and nobody has to take the move for a rotation.
 *
 * @param fingerprints - of the IVs, as they are now
 * @param versions - newest first; the first is as it is now
 */
export function valueAge(
  fingerprints: readonly string[],
  versions: readonly InspectedVersion[],
  options: {
    /** The oldest version is the first that there was. */
    readonly isWhole: boolean;
    /** `sops.lastmodified` as it is now. */
    readonly writtenAt?: string;
  },
): ValueAge {
  const { isWhole, writtenAt = '' } = options;
  const oldest = versions.at(-1);
  if (!oldest) {
    return {};
  }
  if (!fingerprints.length) {
    // Nothing tells one value from another: the file did not change, at least.
    return { unchangedSince: versions[0].at };
  }
  const before = versions.findIndex(version => !hasAll(version, fingerprints));
  if (before >= 0) {
    const { commit, at } = versions[Math.max(0, before - 1)];
    return { valueChange: { commit, at } };
  }
  if (!isWhole) {
    return { unchangedSince: oldest.at };
  }
  const wasWritten = Date.parse(writtenAt) < Date.parse(oldest.at);
  return {
    valueChange: {
      commit: oldest.commit,
      at: wasWritten ? writtenAt : oldest.at,
    },
  };
}

/** Whether an older version could not say more about any value of today. */
export function isDecided(
  fingerprints: readonly string[],
  oldest: InspectedVersion,
): boolean {
  const known = new Set(Object.values(oldest.fingerprints));
  return !fingerprints.some(fingerprint => known.has(fingerprint));
}

function hasAll(
  version: InspectedVersion,
  fingerprints: readonly string[],
): boolean {
  const known = new Set(Object.values(version.fingerprints));
  return fingerprints.every(fingerprint => known.has(fingerprint));
}
