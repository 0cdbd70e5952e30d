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

import { AssessmentRule, AssessmentSubject } from '../assessment';
import { CredentialState } from '../model';
import { ObservedKind } from '../observation';
import { DatabaseCredentials } from './EngineCredentials';
import { TracedChain } from './TracedChain';

/**
 * One chain of a database that is judged.
 *
 * @public
 */
export interface CredentialScene extends AssessmentSubject {
  readonly credentials: DatabaseCredentials;
  readonly chain: TracedChain;
  /** Whatever may make a Secret, so that it can be said what is not seen. */
  readonly makers: readonly ObservedKind[];
}

/** @public */
export type CredentialRule = AssessmentRule<CredentialScene, CredentialState>;
