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

/**
 * The option by which sops chooses what to encrypt. At most one of the six may
 * be given; none means `unencrypted_suffix: _unencrypted`.
 *
 * @public
 */
export type SelectorOption =
  | 'unencrypted_suffix'
  | 'encrypted_suffix'
  | 'unencrypted_regex'
  | 'encrypted_regex'
  | 'unencrypted_comment_regex'
  | 'encrypted_comment_regex';

/**
 * What is encrypted: the option and its suffix or RE2 expression.
 *
 * @public
 */
export interface Selector {
  readonly option: SelectorOption;
  readonly value: string;
}

/**
 * The key services of sops, by the names of their metadata fields.
 *
 * @public
 */
export type RecipientType =
  'age' | 'pgp' | 'kms' | 'gcp_kms' | 'hckms' | 'azure_kv' | 'hc_vault';

/**
 * Somebody who can open the data key. `id` is what sops shows: the age or SSH
 * public key, fingerprint, ARN, resource id or key URL.
 *
 * @public
 */
export interface Recipient {
  readonly type: RecipientType;
  readonly id: string;
}

/**
 * Recipients of which any one opens the group's part of the data key.
 *
 * @public
 */
export type KeyGroup = readonly Recipient[];

/**
 * Spaces for each level: `stores.yaml.indent` (4 by default) and
 * `stores.json.indent` (a tab by default).
 *
 * @public
 */
export interface Indent {
  readonly yaml: number;
  readonly json: number | '\t';
}

/**
 * Where a rule stands, for messages.
 *
 * @public
 */
export interface RuleOrigin {
  /** Path of the `.sops.yaml`. */
  readonly config: string;
  /** Position among `creation_rules`, from 0. */
  readonly index: number;
  /** Later rules of the same config that match the same file and never apply to it. */
  readonly shadows: readonly number[];
}

/**
 * A creation rule of a `.sops.yaml`, ready to encrypt by.
 *
 * @public
 */
export interface CreationRule {
  readonly origin: RuleOrigin;
  /** RE2, matched anywhere in the path; nothing matches every path. */
  readonly pathRegex: string | undefined;
  readonly selector: Selector;
  readonly macOnlyEncrypted: boolean;
  /** One group: each recipient opens the file. More: a threshold of groups does. */
  readonly keyGroups: readonly KeyGroup[];
  /** How many groups are needed; all of them if undefined. */
  readonly shamirThreshold: number | undefined;
  readonly indent: Indent;
}

/**
 * Something in a `.sops.yaml` that sops accepts silently and that is probably a
 * mistake.
 *
 * - `unknown-key`: sops ignores the key
 * - `ignored-recipients`: recipients beside `key_groups`, which sops ignores
 * - `no-recipients`: the rule cannot encrypt anything
 * - `unreachable-rule`: an earlier rule matches everything that this one does
 * - `shadowed-rule`: an earlier rule matches this file, and differs
 * - `ignored-config`: the file is called `.sops.yml`
 * - `nested-configs-disagree`: a `.sops.yaml` further up names other recipients,
 *   and sops uses the one nearest to the folder it is run in
 *
 * @public
 */
export interface ConfigWarning {
  readonly code:
    | 'unknown-key'
    | 'ignored-recipients'
    | 'no-recipients'
    | 'unreachable-rule'
    | 'shadowed-rule'
    | 'ignored-config'
    | 'nested-configs-disagree';
  /** Path of the config file. */
  readonly config: string;
  /** Position among `creation_rules`, from 0. */
  readonly rule?: number;
  readonly message: string;
}

/**
 * A parsed `.sops.yaml`.
 *
 * @public
 */
export interface SopsConfig {
  /** Path of the file, with `/`, relative to the same root as the files to match. */
  readonly path: string;
  /** Undefined if the file has no `creation_rules`, which sops takes for no config. */
  readonly rules: readonly CreationRule[] | undefined;
  readonly warnings: readonly ConfigWarning[];
}
