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

import { CertificateFact } from './CertificateFact';
import { EncryptionFact } from './EncryptionFact';
import { RepositoryRole, Target } from './Target';

/**
 * What the shell looked up before anything is decided. Operations decide over
 * it and never read by themselves: when something is missing they say so (see
 * {@link Needs}), the shell looks it up, and they decide again.
 *
 * @public
 */
export interface PlanContext {
  readonly target: Target;
  readonly platform: RepositoryFacts;
  readonly app: RepositoryFacts;
  /** By path in the platform repository. */
  readonly encryption: { readonly [path: string]: EncryptionFact };
  /** By its PEM. */
  readonly certificates: { readonly [pem: string]: CertificateFact };
  /** The day of planning, `YYYY-MM-DD`; waivers are measured by it. */
  readonly today: string;
  /** Entity reference of the person who asks, or the local user's name. */
  readonly requester: string;
}

/**
 * What is known of one repository at one commit.
 *
 * @public
 */
export interface RepositoryFacts {
  /** Content by path; `undefined` (the key present) means: looked, not there. */
  readonly files: { readonly [path: string]: string | undefined };
  /** Names directly inside a folder (folders end in `/`) by folder path, root is `''`; `undefined`: no such folder. */
  readonly folders: { readonly [path: string]: readonly string[] | undefined };
}

/**
 * What an operation still has to know.
 *
 * @public
 */
export interface Needs {
  readonly files: { readonly [role in RepositoryRole]: readonly string[] };
  readonly folders: { readonly [role in RepositoryRole]: readonly string[] };
  readonly encryption: readonly string[];
  /** As PEM. */
  readonly certificates: readonly string[];
}

/**
 * An operation's answer: the result, or what must be looked up first.
 *
 * @public
 */
export type Decision<T> =
  | { readonly state: 'decided'; readonly value: T }
  | { readonly state: 'needs'; readonly needs: Needs };
