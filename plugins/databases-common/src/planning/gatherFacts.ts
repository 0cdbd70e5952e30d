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
  Decision,
  EncryptionFact,
  Needs,
  PlanContext,
  RepositoryFacts,
} from '../model';
import { FactSource } from './FactSource';

/** Known houses need three; more means that a decision asks in circles. */
const MOST_ROUNDS = 8;

/**
 * Decides, looks up what the decision still needs, and decides again, until it
 * needs nothing more. All that one round needs is looked up at once.
 *
 * @throws whatever the source throws.
 * @public
 */
export async function gatherFacts<T>(
  decide: (context: PlanContext) => Decision<T>,
  start: Omit<PlanContext, 'platform' | 'app' | 'encryption'>,
  source: FactSource,
): Promise<{ readonly value: T; readonly context: PlanContext }> {
  const platform: Looked = { files: {}, folders: {} };
  const app: Looked = { files: {}, folders: {} };
  const encryption: Record<string, EncryptionFact> = {};
  const context: PlanContext = { ...start, platform, app, encryption };

  for (let round = 0; round < MOST_ROUNDS; round++) {
    const decision = decide(context);
    if (decision.state === 'decided') {
      return { value: decision.value, context };
    }
    await lookUp(decision.needs);
  }
  throw new Error(
    `The plan still needs more files after ${MOST_ROUNDS} rounds of reading; this is a defect in its layout`,
  );

  async function lookUp(needs: Needs) {
    await Promise.all([
      ...([['platform', platform] as const, ['app', app] as const].map(
        async ([role, known]) => {
          const [files, folders] = await Promise.all([
            needs.files[role].length
              ? source.readFiles(role, needs.files[role])
              : NONE,
            needs.folders[role].length
              ? source.listFolders(role, needs.folders[role])
              : NONE,
          ]);
          Object.assign(known.files, Object.fromEntries(files));
          Object.assign(known.folders, Object.fromEntries(folders));
        },
      ) as Promise<void>[]),
      needs.encryption.length
        ? source
            .readEncryption(needs.encryption)
            .then(facts => Object.assign(encryption, Object.fromEntries(facts)))
        : undefined,
    ]);
  }
}

type Looked = {
  -readonly [K in keyof RepositoryFacts]: Writable<RepositoryFacts[K]>;
};
type Writable<T> = { -readonly [K in keyof T]: T[K] };

const NONE: ReadonlyMap<string, never> = new Map();
