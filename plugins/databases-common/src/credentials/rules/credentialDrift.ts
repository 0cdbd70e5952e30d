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
import { observation } from '../../messages';
import { Observation } from '../../model';
import { versionKey } from '../credentialMemory';
import { CredentialRule, CredentialScene } from '../CredentialScene';
import { nameOf } from '../nameOf';
import { TracedHop } from '../TracedHop';

/**
 * A later hop that is older than an earlier one has not got the newest value. A
 * hop that looks again and again has followed when it has looked since.
 *
 * @internal
 */
export const credentialDrift: CredentialRule = {
  id: 'credential-drift',
  title: 'No hop has a value that is older than that of the one before.',
  check(scene) {
    return scene.chain.claims.flatMap(({ hops }) => {
      const behind = firstBehind(hops, scene) ?? unmovedSecret(hops, scene);
      return behind ? [describe(behind, scene)] : [];
    });
  },
};

interface Behind {
  readonly earlier: TracedHop & { readonly changedAt: string };
  readonly later: TracedHop;
}

function firstBehind(
  hops: readonly TracedHop[],
  { settings }: CredentialScene,
): Behind | undefined {
  for (const [index, earlier] of hops.entries()) {
    const { changedAt } = earlier;
    const changed = instantOf(changedAt);
    const later = hops.slice(index + 1).find(hop => {
      const followed = followedAt(hop);
      return (
        changed !== undefined &&
        followed !== undefined &&
        followed + settings.clockSkew * 1000 < changed
      );
    });
    if (later && changedAt) {
      return { earlier: { ...earlier, changedAt }, later };
    }
  }
  return undefined;
}

/** When a hop had last taken over what was there: milliseconds since the epoch. */
function followedAt({ report, changedAt }: TracedHop): number | undefined {
  const looked = report.says === 'good' ? report.at : undefined;
  return instantOf(looked ?? changedAt);
}

/**
 * Where nobody on the way has a time: the Secret has been at its version since
 * before the value changed in git, or its metadata have not changed since.
 */
function unmovedSecret(
  hops: readonly TracedHop[],
  { chain, memory, settings }: CredentialScene,
): Behind | undefined {
  const origin = hops.find(({ role }) => role === 'origin');
  const secret = chain.hops.find(({ role }) => role === 'secret');
  const remembered = memory.get(versionKey(chain));
  const [evidence] = secret?.evidence ?? [];
  const stood =
    remembered?.value === evidence?.value ? remembered?.since : undefined;
  const since = instantOf(secret?.changedAt ?? stood);
  const changed = instantOf(origin?.changedAt);
  return secret &&
    origin?.changedAt &&
    !hops.some(({ report }) => report.says === 'good' && report.at) &&
    since !== undefined &&
    changed !== undefined &&
    since + settings.clockSkew * 1000 < changed
    ? { earlier: { ...origin, changedAt: origin.changedAt }, later: secret }
    : undefined;
}

function describe(
  { earlier, later }: Behind,
  { chain, clock, settings }: CredentialScene,
): Observation<'drifted' | 'pending'> {
  const { changedAt } = earlier;
  const limit = settings.credentialLimit + 2 * (later.every ?? 0);
  const changed = instantOf(changedAt)!;
  const params = {
    earlier: earlier.object,
    later: later.object,
    secret: nameOf(chain.secret),
    at: changedAt,
  };
  // The hop that has not followed is the one to look at.
  const evidence = [...later.evidence, ...earlier.evidence];
  return clock.isOlder(changed, limit)
    ? observation('credentialDrift.behind', params, {
        state: 'drifted',
        severity: 'warning',
        since: changedAt,
        evidence,
      })
    : observation('credentialDrift.onItsWay', params, {
        state: 'pending',
        severity: 'info',
        since: changedAt,
        evidence,
      });
}
