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

import { EngineProvision } from '../engines';
import { DatabaseDraft, SecretDraft, SecretOptions } from '../model';

/**
 * Where an app's credentials come from. One file and one line in the registry
 * for each.
 *
 * @public
 */
export interface CredentialSource {
  /** Stable id, such as `sops`. */
  readonly id: string;
  readonly title: string;
  /** Left out: it cannot be created here, only observed. Pure and total. */
  draft?(
    database: DatabaseDraft,
    options: SecretOptions,
    connection: ReturnType<EngineProvision['connection']>,
  ): CredentialDrafts;
}

/**
 * The secrets of one database in one environment. Values that must agree name
 * the same generated value.
 *
 * @public
 */
export interface CredentialDrafts {
  /** What the database is made with, in its namespace. */
  readonly bootstrap: SecretDraft;
  /** What the app reads, in its namespace. */
  readonly runtime: SecretDraft;
  /** The connection alone, for an app that has a runtime secret already. */
  readonly extraRuntime: SecretDraft;
  /** Object-store credentials, when the person gives them. */
  readonly backup?: SecretDraft;
}
