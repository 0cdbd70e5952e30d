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

import { CredentialChain, CredentialConsumer } from '../model';
import { SourceClaim } from './CredentialObservation';
import { SecretUse } from './SecretUse';
import { TracedHop } from './TracedHop';

/**
 * A Secret with everything that is known of its way, not judged yet.
 *
 * @public
 */
export interface TracedChain {
  readonly id: string;
  readonly secret: SecretUse;
  readonly source: CredentialChain['source'];
  readonly claims: readonly SourceClaim[];
  /** Of all claims, then the Secret, then the database. */
  readonly hops: readonly TracedHop[];
  /** When the value changed last, anywhere: UTC ISO instant. */
  readonly changedAt?: string;
  readonly consumers: readonly CredentialConsumer[];
}
