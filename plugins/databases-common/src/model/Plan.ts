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

import { ControllerSealing } from './ControllerSealing';
import { DatabaseDraft } from './DatabaseDraft';
import { DatabaseRequest } from './DatabaseRequest';
import { EncryptionFact } from './EncryptionFact';
import { Finding } from './Finding';
import { SecretDraft } from './SecretDraft';
import { SecretShapeId } from './SecretShapeId';
import { StatedConvention } from './StatedConvention';
import { RepositoryRole } from './Target';
import { YamlStyle } from './YamlStyle';

/**
 * What a request leads to: every file of both pull requests, with secrets as
 * shapes. It holds no secret value and no commit id, so it can be shown, stored
 * and compared.
 *
 * @public
 */
export interface Plan {
  readonly request: DatabaseRequest;
  /** Id of the target. */
  readonly target: string;
  /** Stable, so that running again finds it: `databases/shop/create`. */
  readonly branch: string;
  /** The tool that delivers it. Left out: Argo CD. */
  readonly deliveredBy?: 'flux';
  /** One per environment, in the order of the request. */
  readonly databases: readonly DatabaseDraft[];
  readonly files: readonly PlannedFile[];
  /** What a person puts into a secret store before the platform's pull request is merged. */
  readonly entries: readonly EntryToFill[];
  /** Policy results, worst first; those with a waiver do not stop. */
  readonly findings: readonly Finding[];
  /** Ids of the rules that were asked; those without a finding passed. */
  readonly rules: readonly string[];
  /** What the repositories do in their own way, and the plan follows. */
  readonly conventions: readonly StatedConvention[];
  /** What the pull requests must tell a reviewer, in their own words. */
  readonly notes: readonly PlanNote[];
}

/**
 * - `create`: the file is new
 * - `edit`: only the lines that must change
 * - `none`: it is right already, or must be left alone
 *
 * @public
 */
export type FileChange = 'create' | 'edit' | 'none';

/** @public */
export type PlannedFile = PlannedText | PlannedSecret;

/** @public */
export interface PlannedText {
  readonly kind: 'text';
  readonly repository: RepositoryRole;
  readonly path: string;
  readonly change: FileChange;
  /** In words for the pull request: `CloudNativePG cluster of dev`. */
  readonly purpose: string;
  readonly environment?: string;
  /** What the plan was made from; left out for a new file. */
  readonly before?: string;
  readonly content: string;
}

/** @public */
export interface PlannedSecret {
  readonly kind: 'secret';
  readonly repository: RepositoryRole;
  readonly path: string;
  /** `none`: ciphertext of that path exists and is kept; its values cannot be known. */
  readonly change: 'create' | 'none';
  readonly purpose: string;
  readonly environment?: string;
  readonly secret: SecretDraft;
  /** Left out for one that is kept as it lies there. */
  readonly shape?: SecretShapeId;
  /** How the house writes YAML, for a file that is not written by SOPS. */
  readonly style?: YamlStyle;
  readonly encryption: EncryptionFact | ControllerSealing;
}

/**
 * Something that the pull request says besides its files, such as an AppProject
 * that must be widened by hand.
 *
 * @public
 */
export interface PlanNote {
  readonly repository: RepositoryRole;
  /** `todo`: the pull request is not complete without it. `info`: good to know. */
  readonly kind: 'todo' | 'info';
  readonly text: string;
  readonly path?: string;
}

/**
 * An entry of a secret store that the manifests of a plan read, and that nobody
 * has filled yet. It names keys; the values are never here.
 *
 * @public
 */
export interface EntryToFill {
  readonly environment: string;
  /** As people call it: `Vault`, `ClusterSecretStore vault`. */
  readonly store: string;
  /** Where in the store: `kv/apps/shop/dev`. */
  readonly entry: string;
  readonly keys: readonly string[];
  /**
   * Makes the values and writes them in one line of a shell without showing
   * them; left out for a store that could be anything.
   */
  readonly command?: string;
}
