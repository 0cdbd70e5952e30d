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

import { AssessmentSubject, conclude, ObjectVerdict } from '../assessment';
import {
  clusterSecretStore,
  externalSecret,
  pushSecret,
  sealedSecret,
  secretStore,
  sopsSecret,
  vaultAuth,
  vaultConnection,
  vaultDynamicSecret,
  vaultStaticSecret,
} from '../kinds';
import { CredentialState, credentialStates, Fact } from '../model';
import { describeHop } from './describeHop';
import {
  secretStoreHop,
  vaultAuthHop,
  vaultConnectionHop,
} from './hops/accessHops';
import { externalSecretHop, pushSecretHop } from './hops/externalSecretHop';
import { sealedSecretHop } from './hops/sealedSecretHop';
import { sopsSecretHop } from './hops/sopsSecretHop';
import { vaultDynamicSecretHop } from './hops/vaultDynamicSecretHop';
import { vaultStaticSecretHop } from './hops/vaultStaticSecretHop';
import { HopScene, isTrouble, TracedHop } from './TracedHop';

const hops: {
  readonly [kind: string]: (fact: Fact<any>, scene: HopScene) => TracedHop;
} = {
  [clusterSecretStore.id]: secretStoreHop,
  [externalSecret.id]: externalSecretHop,
  [pushSecret.id]: pushSecretHop,
  [sealedSecret.id]: sealedSecretHop,
  [secretStore.id]: secretStoreHop,
  [sopsSecret.id]: sopsSecretHop,
  [vaultAuth.id]: vaultAuthHop,
  [vaultConnection.id]: vaultConnectionHop,
  [vaultDynamicSecret.id]: vaultDynamicSecretHop,
  [vaultStaticSecret.id]: vaultStaticSecretHop,
};

/** What something that makes or carries Secrets says of itself. */
export function assessCredentialObject(
  fact: Fact,
  { facts, clock, settings }: Omit<AssessmentSubject, 'database'>,
): ObjectVerdict<CredentialState> | undefined {
  const hop = hops[fact.kind]?.(fact, { facts, clock, settings });
  if (!hop) {
    return undefined;
  }
  const said = describeHop(hop);
  const { state, findings } = conclude({
    states: credentialStates,
    rules: isTrouble(hop.report)
      ? [{ id: 'credential-object', title: '', check: () => [said] }]
      : [],
    subject: hop,
    clock,
    otherwise: () => ({ ...said, state: said.state ?? 'unknown' }),
  });
  return { state, findings };
}
