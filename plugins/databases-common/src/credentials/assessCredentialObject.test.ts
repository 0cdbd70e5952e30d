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

import { CredentialCase } from './__testUtils__/CredentialCase';
import {
  at,
  deployment,
  externalSecret,
  pushSecret,
  sealedSecret,
  secretStore,
  sopsSecret,
  vaultAuth,
  vaultDynamicSecret,
  vaultStaticSecret,
} from './__testUtils__/credentialObjects';

describe('assessCredentialObject', () => {
  it.each([
    { object: vaultStaticSecret(), state: 'in-sync' },
    {
      object: vaultStaticSecret({ status: { conditions: [] } }),
      state: 'unknown',
    },
    {
      object: vaultDynamicSecret({ status: { lastRenewalTime: 1 } }),
      state: 'expired',
    },
    {
      object: externalSecret({ status: { refreshTime: at('02:00') } }),
      state: 'failing',
    },
    { object: pushSecret(), state: 'in-sync' },
    { object: sealedSecret({ status: 'False' }), state: 'failing' },
    { object: sopsSecret(undefined), state: 'pending' },
    { object: secretStore(false), state: 'failing' },
    { object: vaultAuth({ valid: false }), state: 'failing' },
    { object: deployment(at('10:00')), state: undefined },
  ])('says $state of a $object.kind', ({ object, state }) => {
    const seen = new CredentialCase({ objects: [object] });
    const [fact] = seen.facts;
    const verdict = seen.lane.assessObject!(fact, seen.subject);
    expect(verdict?.state).toBe(state);
    expect(verdict?.findings.length ?? 0).toBe(
      ['failing', 'expired', 'pending'].includes(state ?? '') ? 1 : 0,
    );
  });
});
