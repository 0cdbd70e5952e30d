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
import {
  DatabaseDraft,
  EntryToFill,
  Manifest,
  SecretDraft,
  TargetOptions,
} from '../model';
import { CredentialObservation } from './CredentialObservation';

/** How an app reaches the database. @public */
export type DatabaseConnection = ReturnType<EngineProvision['connection']>;

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
  /**
   * Left out: it cannot be created here, only observed. Pure and total.
   *
   * @returns `undefined` when the target takes its credentials from another
   *   source.
   */
  draft?(
    database: DatabaseDraft,
    options: Pick<TargetOptions, 'secrets' | 'credentials'>,
    connection: DatabaseConnection,
  ): CredentialDrafts | undefined;
  /** Left out: it can be created here, but is not recognized. */
  readonly observation?: CredentialObservation;
}

/**
 * The secrets of one database in one environment, and how they come into being.
 *
 * @public
 */
export type CredentialDrafts = SealedCredentials | DeclaredCredentials;

/**
 * Their values are made here and encrypted. Values that must agree name the same
 * generated value.
 *
 * @public
 */
export interface SealedCredentials {
  readonly kind: 'sealed';
  /** What the database is made with, in its namespace. */
  readonly bootstrap: SecretDraft;
  /** What the app reads, in its namespace. */
  readonly runtime: SecretDraft;
  /** The connection alone, for an app that has a runtime secret already. */
  readonly extraRuntime: SecretDraft;
  /** Object-store credentials, when the person gives them. */
  readonly backup?: SecretDraft;
}

/**
 * Their values are elsewhere, and manifests say where: an operator in the
 * Kubernetes cluster makes the Secrets.
 *
 * @public
 */
export interface DeclaredCredentials {
  readonly kind: 'declared';
  /** What they need before them, in each namespace: VaultConnection, VaultAuth. */
  readonly access: readonly DeclaredManifest[];
  /** What the database is made with. Left out: its operator makes it. */
  readonly bootstrap?: DeclaredSecret;
  /**
   * What the app reads. As a `SecretDraft`, it holds only the keys that no
   * store has, and is sealed; the connection is in `extraRuntime`.
   */
  readonly runtime: DeclaredSecret | SecretDraft;
  /** The connection alone. */
  readonly extraRuntime: DeclaredSecret;
  /** Sealed like everywhere, when the person gives them. */
  readonly backup?: SecretDraft;
  /** What the platform's pull request says besides. */
  readonly remarks: readonly {
    readonly kind: 'todo' | 'info';
    readonly text: string;
  }[];
}

/** @public */
export interface DeclaredManifest {
  readonly manifest: Manifest;
  /** In words for the pull request. */
  readonly purpose: string;
  /**
   * Several databases use it: one that is there is kept, whatever it says.
   */
  readonly shared?: boolean;
}

/** A manifest with the Secret that it leads to. @public */
export interface DeclaredSecret extends DeclaredManifest {
  readonly name: string;
  readonly namespace: string;
  /** What a person fills in for it. Left out: nothing. */
  readonly entry?: EntryToFill;
}
