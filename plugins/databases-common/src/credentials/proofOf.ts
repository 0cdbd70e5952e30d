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

import { instantOf } from '../assessment';
import { Evidence } from '../model';
import { versionKey } from './credentialMemory';
import { CredentialScene } from './CredentialScene';

/**
 * What shows that the database's Secret has the value of its origin. Without one
 * nobody knows, and nothing is green.
 *
 * - somebody on the way says that it has passed,
 * - the Secret got its version after the file had changed,
 * - the file is older than the database that was made with it.
 */
export function proofOf({
  chain,
  credentials,
  memory,
}: CredentialScene): readonly Evidence[] | undefined {
  const [claim] = chain.claims;
  const origin = claim?.hops[0];
  const good = claim?.hops.findLast(
    ({ report }) =>
      report.says === 'good' &&
      // Who looks no more does not know what the source has, unless that is seen.
      (!report.once || origin?.changedAt !== undefined) &&
      // A word without a time may be of before the value changed.
      (report.at !== undefined || origin?.changedAt === undefined),
  );
  if (good) {
    return good.evidence;
  }
  const { read } = chain.secret;
  const changed = instantOf(
    origin?.changedAt ?? claim?.file?.data.unchangedSince,
  );
  if (!read || !origin || changed === undefined) {
    return undefined;
  }
  const remembered = memory.get(versionKey(chain));
  const moved =
    remembered?.previous !== undefined && remembered.value === read.value
      ? instantOf(remembered.previous.until)
      : undefined;
  const made = instantOf(credentials.createdAt);
  const isYounger = [moved, made].some(
    instant => instant !== undefined && instant >= changed,
  );
  return isYounger ? [read, ...origin.evidence] : undefined;
}
