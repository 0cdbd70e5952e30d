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
  CredentialChain,
  CredentialHop,
  CredentialState,
  credentialStates,
  LaneFinding,
  Verdict,
} from '../model';
import { describeHop, wordsOf } from './describeHop';
import { CredentialScene } from './CredentialScene';
import { TracedChain } from './TracedChain';
import { TracedHop } from './TracedHop';

/** A chain for the page: each hop with what the rules found there. */
export function describeChain(
  { chain, clock }: CredentialScene,
  verdict: Verdict<CredentialState>,
): CredentialChain {
  const { id, secret, source, claims, changedAt, consumers } = chain;
  const now = new Date(clock.now).toISOString();
  const decisive = verdict.findings.find(({ state }) => state !== undefined);
  const [first] = claims;
  const transport = claims.find(claim => claim.transport)?.transport;
  return {
    id,
    purpose: secret.purpose,
    ...(secret.role && { role: secret.role }),
    source,
    ...(claims.length > 1 && {
      claims: [...new Set(claims.map(claim => claim.source))],
    }),
    ...(transport && { transport }),
    state: verdict.state,
    ...(changedAt && { changedAt }),
    ...(first?.rotationSeconds && { rotationSeconds: first.rotationSeconds }),
    ...(first?.expiresAt && { expiresAt: first.expiresAt }),
    hops: chain.hops.map((hop, index) => ({
      ...toHop(hop, {
        findings: verdict.findings.filter(
          found =>
            found.state !== undefined && isAbout(found, chain.hops, index),
        ),
        decisive,
        now,
      }),
      ...claimOf(hop, chain),
    })),
    consumers,
  };
}

function claimOf(
  hop: TracedHop,
  { claims }: TracedChain,
): Pick<CredentialHop, 'claim'> {
  const claim = claims.findIndex(({ hops }) => hops.includes(hop));
  return claims.length > 1 && claim >= 0 ? { claim } : {};
}

/**
 * A finding is about the hop that its first evidence is of: by its field, as one
 * Cluster makes a password and uses it, else by its object.
 */
function isAbout(
  { evidence: [first] }: LaneFinding,
  hops: readonly TracedHop[],
  index: number,
): boolean {
  const byField = hops.findIndex(
    ({ evidence: [own] }) =>
      own?.object === first?.object && own?.field === first?.field,
  );
  return (
    (byField < 0
      ? hops.findIndex(({ object }) => object === first?.object)
      : byField) === index
  );
}

function toHop(
  hop: TracedHop,
  judged: {
    readonly findings: readonly LaneFinding<CredentialState>[];
    readonly decisive: LaneFinding<CredentialState> | undefined;
    readonly now: string;
  },
): CredentialHop {
  const { role, title, object, changedAt, evidence, url } = hop;
  const own = describeHop(hop);
  // Sorted by state, so the first is the worst.
  const [worst] = judged.findings;
  const isWorse =
    worst?.state !== undefined &&
    credentialStates.indexOf(worst.state) <
      credentialStates.indexOf(own.state ?? 'unknown');
  const said =
    isWorse && worst ? worst : { ...own, ...wordsOf(own, judged.now) };
  return {
    role,
    title,
    object,
    state: (isWorse ? worst?.state : own.state) ?? 'unknown',
    decides:
      judged.decisive !== undefined &&
      judged.findings.includes(judged.decisive),
    ...(changedAt && { changedAt }),
    message: said.message,
    params: said.params,
    summary: said.summary,
    evidence,
    ...(url && { url }),
  };
}
