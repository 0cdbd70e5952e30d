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
  CertificateFact,
  Decision,
  EncryptionFact,
  Needs,
  PlanContext,
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
  start: Omit<PlanContext, 'platform' | 'app' | 'encryption' | 'certificates'>,
  source: FactSource,
): Promise<{ readonly value: T; readonly context: PlanContext }> {
  const platform = emptyFacts();
  const app = emptyFacts();
  const encryption: Record<string, EncryptionFact> = {};
  const certificates: Record<string, CertificateFact> = {};
  const context: PlanContext = {
    ...start,
    platform,
    app,
    encryption,
    certificates,
  };

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
    const { files, folders } = needs;
    await Promise.all([
      readInto(platform.files, files.platform, list =>
        source.readFiles('platform', list),
      ),
      readInto(platform.folders, folders.platform, list =>
        source.listFolders('platform', list),
      ),
      readInto(app.files, files.app, list => source.readFiles('app', list)),
      readInto(app.folders, folders.app, list =>
        source.listFolders('app', list),
      ),
      readInto(encryption, needs.encryption, list =>
        source.readEncryption(list),
      ),
      readInto(certificates, needs.certificates, list =>
        source.readCertificates(list),
      ),
    ]);
  }
}

function emptyFacts() {
  return {
    files: {} as Record<string, string | undefined>,
    folders: {} as Record<string, readonly string[] | undefined>,
  };
}

async function readInto<T>(
  known: Record<string, T>,
  wanted: readonly string[],
  read: (wanted: readonly string[]) => Promise<ReadonlyMap<string, T>>,
) {
  if (wanted.length) {
    Object.assign(known, Object.fromEntries(await read(wanted)));
  }
}
