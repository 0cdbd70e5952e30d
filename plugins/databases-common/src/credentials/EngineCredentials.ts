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

import { AssessmentRule, AssessmentSubject, Remark } from '../assessment';
import { VaultPath } from '../kinds';
import { CredentialState } from '../model';
import { ObservedKind } from '../observation';
import { SecretUse } from './SecretUse';

/**
 * How an engine takes the passwords of its databases. All functions are pure and
 * total.
 *
 * @public
 */
export interface EngineCredentials {
  /** What it looks at for that. */
  readonly observes: readonly ObservedKind[];
  /** What is asked once of a database, whatever Secrets it has. */
  readonly rules?: readonly AssessmentRule<
    AssessmentSubject,
    CredentialState
  >[];
  /** @returns `undefined` while nothing is there that could tell. */
  read(subject: AssessmentSubject): DatabaseCredentials | undefined;
  /** What has to be remembered until the next assessment, besides the chains. */
  remember?(subject: AssessmentSubject): readonly Remark[];
}

/**
 * What is known of the passwords of one database.
 *
 * @public
 */
export interface DatabaseCredentials {
  /** The Secrets that it takes passwords from, and those that are made for it. */
  readonly uses: readonly SecretUse[];
  /** `<namespace>/<name>` of Secrets that apps read, as far as its object names them. */
  readonly runtimeSecrets: readonly string[];
  /** Paths at which Vault makes users of the database; `*` at the end stands for any rest. */
  readonly leases?: readonly VaultPath[];
  /** When the database was made: RFC 3339. */
  readonly createdAt?: string;
}
