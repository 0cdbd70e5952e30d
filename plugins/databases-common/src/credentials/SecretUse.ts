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

import { VaultPath } from '../kinds';
import { CredentialChain, Evidence } from '../model';
import { SecretName } from './CredentialObservation';
import { TracedHop } from './TracedHop';

/**
 * A Secret that a database or its apps use, as far as they show it themselves.
 *
 * @public
 */
export interface SecretUse extends SecretName {
  readonly purpose: CredentialChain['purpose'];
  /** The database role whose password it is. */
  readonly role?: string;
  /** The hop of an operator that makes it, for nobody else was named. */
  readonly maker?: TracedHop;
  /** What shows that it was read; the value is the resource version of the Secret. */
  readonly read?: Evidence & { readonly value: string };
  /** The hop of the role. What only apps read has none. */
  readonly database?: RoleHop;
  /** Keys without which it cannot be used. */
  readonly keys?: readonly string[];
  /** Whether a label of the Secret tells the operator of a change. */
  readonly reloads?: true;
  /** Of a database that no operator keeps in step with the Secret. */
  readonly taken?: SecretTaking;
  /** The hop of a chart that may have made it; it counts where nothing else does. */
  readonly chart?: TracedHop;
  /** It is no Secret: pods get it from Vault, and the name is that of its path. */
  readonly isLease?: true;
  /** An entry of Vault that is said to hold the same value. */
  readonly vaultPath?: VaultPath;
}

/**
 * How pods take a value by themselves.
 *
 * - `at-start`: each process reads it when it begins
 * - `once`: the data directory is made with it, and keeps it; what the processes
 *   read later changes nothing
 *
 * @public
 */
export interface SecretTaking {
  readonly how: 'at-start' | 'once';
  /** `StatefulSet data/redis-master`. */
  readonly object: string;
  /** When the oldest of the processes began, as far as that is known: UTC ISO instant. */
  readonly startedAt?: string;
}

/**
 * A role in the database, with the resource version of the Secret that it has,
 * where that is said.
 *
 * @public
 */
export interface RoleHop extends TracedHop {
  readonly version?: string;
}
