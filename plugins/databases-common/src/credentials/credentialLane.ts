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
  AssessmentSubject,
  conclude,
  Lane,
  oncePerSubject,
} from '../assessment';
import {
  application,
  appValues,
  clusterExternalSecret,
  cronJob,
  daemonSet,
  deployment,
  event,
  secretMetadata,
  statefulSet,
  vaultConnection,
} from '../kinds';
import { Engine } from '../engines';
import { observation } from '../messages';
import {
  CredentialSourceId,
  CredentialState,
  credentialStates,
  Verdict,
} from '../model';
import { observedKinds } from '../observation';
import { assessCredentialObject } from './assessCredentialObject';
import { CredentialLaneOptions } from './CredentialLaneOptions';
import { remarksOn } from './credentialMemory';
import { credentialRules } from './credentialRules';
import { CredentialScene } from './CredentialScene';
import { CredentialSource } from './CredentialSource';
import { describeChain } from './describeChain';
import { EngineCredentials } from './EngineCredentials';
import { judgeChain } from './judgeChain';
import { TracedChain } from './TracedChain';
import { traceChains } from './traceChains';

type Scene = Omit<CredentialScene, 'chain'> & {
  readonly engine: EngineCredentials;
  readonly chains: readonly TracedChain[];
};

/**
 * Where do a database's passwords come from, and has each of them reached it? No
 * value is read for that. A database without any password of its own, such as one
 * that follows another, has no verdict.
 *
 * @param engines - each knows which Secrets its databases use
 * @param known - of those that are recognized all are asked
 * @public
 */
export function credentialLane(
  engines: readonly Engine[],
  known: readonly CredentialSource[],
  options: CredentialLaneOptions = {},
): Lane<CredentialState> {
  const sources = known.flatMap(source => source.observation ?? []);
  const makers = observedKinds(sources);
  const ofEngines = new Map(
    engines.flatMap(({ id, observation: observed }) =>
      observed?.credentials ? [[id, observed.credentials]] : [],
    ),
  );
  const sceneOf = oncePerSubject((subject): Scene | undefined => {
    const engine = ofEngines.get(subject.database.engine);
    const credentials = engine?.read(subject);
    if (!engine || !credentials) {
      return undefined;
    }
    const { facts, clock, settings, database } = subject;
    const trace = { facts, clock, settings, credentials, ...options };
    const chains = traceChains(trace, database, sources, options);
    return { ...subject, credentials, engine, makers, chains };
  });
  return {
    id: 'credential',
    states: credentialStates,
    rules: [
      // Engines share rules: each is told once.
      ...new Map(
        [
          ...credentialRules,
          ...[...ofEngines.values()].flatMap(({ rules = [] }) => rules),
        ].map(({ id, title }) => [id, { id, title }] as const),
      ).values(),
    ],
    observes: [
      ...observedKinds([
        ...ofEngines.values(),
        { observes: makers },
        {
          observes: [
            appValues,
            vaultConnection,
            clusterExternalSecret,
            deployment,
            statefulSet,
            daemonSet,
            cronJob,
            application,
            event,
            ...(options.secretMetadata ? [secretMetadata] : []),
          ],
        },
      ]),
    ],
    assess(subject) {
      const scene = sceneOf(subject);
      return scene && judgeAll(scene);
    },
    describe(subject) {
      const scene = sceneOf(subject);
      return scene?.chains.length
        ? {
            credentials: {
              chains: judgeEach(scene).map(({ chain, verdict }) =>
                describeChain({ ...scene, chain }, verdict),
              ),
            },
          }
        : {};
    },
    remember(subject) {
      const scene = sceneOf(subject);
      return scene
        ? [
            ...(scene.engine.remember?.(subject) ?? []),
            ...remarksOn(scene.chains),
          ]
        : [];
    },
    assessObject: assessCredentialObject,
  };
}

/** Worst first; of equals the order of the trace stays. */
function judgeEach(scene: Scene) {
  return scene.chains
    .map(chain => ({ chain, verdict: judgeChain({ ...scene, chain }) }))
    .sort((a, b) => rank(a.verdict) - rank(b.verdict));
}

/**
 * The verdict is that of the worst chain, or of what its engine asks of the
 * database itself, with what was found in all. A database without any Secret has
 * one only where something is found.
 */
function judgeAll(scene: Scene): Verdict<CredentialState> | undefined {
  const { clock, engine } = scene;
  const chains = judgeEach(scene).map(({ chain, verdict }) => ({
    source: chain.source,
    verdict,
  }));
  const aside = conclude<AssessmentSubject, CredentialState>({
    states: credentialStates,
    rules: engine.rules ?? [],
    subject: scene,
    clock,
    // Nobody reads it: what is found without a state is a remark.
    otherwise: () => ({
      ...observation(
        'credentialSeen.nowhere',
        { object: scene.database.name },
        { severity: 'info', evidence: [] },
      ),
      state: 'unknown',
    }),
  });
  const remarks = aside.findings;
  const judged = [
    ...chains,
    ...(remarks.some(({ state }) => state)
      ? [{ source: sourceOfRemarks(aside), verdict: aside }]
      : []),
  ].sort((a, b) => rank(a.verdict) - rank(b.verdict));
  const [worst] = judged;
  return (
    worst && {
      ...worst.verdict,
      source: worst.source,
      findings: [
        ...chains.flatMap(({ verdict: { findings } }) => findings),
        ...remarks,
      ].sort((a, b) => rank(a) - rank(b)),
      ...(clock.nextChangeAt && { nextChangeAt: clock.nextChangeAt }),
    }
  );
}

/** What is weak without any Secret lies open in a manifest. */
function sourceOfRemarks({
  state,
}: Verdict<CredentialState>): CredentialSourceId {
  return state === 'weak' ? 'plain-secret' : 'unknown';
}

function rank({ state }: { readonly state?: CredentialState }): number {
  return state === undefined
    ? credentialStates.length
    : credentialStates.indexOf(state);
}
