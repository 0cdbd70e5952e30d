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

import { FileWaiver } from './FileWaiver';

/**
 * Files of a repository as the rules see them: names, places, lengths and times.
 * What the files hold stays where they were read: no value, and no ciphertext.
 *
 * Paths are relative to the root of the repository and have `/`, lines count
 * from 1.
 *
 * @public
 */
export interface InspectedTree {
  /** In the order of their paths. */
  readonly files: readonly InspectedFile[];
}

/** @public */
export interface InspectedFile {
  readonly path: string;
  /** It shows how something is done, and is applied nowhere. */
  readonly isExample: boolean;
  /** Commit at which it was read; left out in a working tree. */
  readonly commit?: string;
  /** Of YAML and JSON, in order; none in other files, and in templates of Helm. */
  readonly documents: readonly InspectedDocument[];
  /** It is encrypted with SOPS, which has one data key and one MAC for a file. */
  readonly sops?: InspectedSops;
  /** The rule that the nearest `.sops.yaml` has for this path. */
  readonly creationRule?: InspectedCreationRule;
  readonly sightings: readonly Sighting[];
  /** It is a `.sops.yaml`: what is odd about it. */
  readonly sopsConfig?: InspectedSopsConfig;
  /** It is a `.basewell.yaml`: what may stay as it is. */
  readonly waivers?: readonly FileWaiver[];
  /** It should be YAML and is not, or says something it may not. No text of the file. */
  readonly unreadable?: { readonly line: number; readonly reason: string };
  /** Earlier versions, newest first, as far as somebody read them. */
  readonly history?: readonly InspectedVersion[];
}

/** @public */
export interface InspectedDocument {
  /** Of its first key. */
  readonly line: number;
  readonly lastLine: number;
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** `plain` is a Secret whose values lie open; `other` holds none. */
  readonly format: 'sops' | 'sealed-secret' | 'plain' | 'other';
  /** The Secrets it becomes: one, or those of the templates of a SopsSecret, or of a List. */
  readonly secrets: readonly InspectedSecret[];
  /** What is encrypted, wherever it stands, and every value of a Secret. */
  readonly values: readonly InspectedValue[];
  /** Where a custom resource gets its values from. */
  readonly sources: readonly InspectedReference[];
  /**
   * Switches, and lengths of lists, in a custom resource that makes Secrets, by
   * their paths: `spec.hmacSecretData` is false, `spec.rolloutRestartTargets` is 2.
   */
  readonly settings: {
    readonly [path: string]: {
      readonly line: number;
      readonly value: boolean | number;
    };
  };
  readonly annotations: { readonly [name: string]: string };
}

/** @public */
export interface InspectedSecret {
  readonly line: number;
  /** Left out when neither it nor the kustomization in its folder says so. */
  readonly namespace?: string;
  readonly name: string;
  readonly type?: string;
  /** `cnpg.io/reload: "true"`. */
  readonly reloads: boolean;
  readonly keys: readonly InspectedValue[];
}

/** @public */
export interface InspectedValue {
  /** Last part of the path: the key of a Secret. */
  readonly name: string;
  /** Keys joined by dots, without the places in lists: `stringData.password`. */
  readonly path: string;
  readonly line: number;
  /**
   * - `clear`: everybody can read it
   * - `example`: in clear, and a word that stands for a value, such as `changeme`
   * - `later`: in clear, and filled in by something else: `${…}`, `{{ … }}`, `<path:…>`
   */
  readonly state:
    'encrypted' | 'sealed' | 'clear' | 'example' | 'later' | 'empty';
  /**
   * Bytes of the value, which encryption with SOPS does not hide. Under `data` they
   * are computed from the length of the base64: exact in clear, else at most this.
   */
  readonly length?: number;
  /**
   * Some hexadecimal digits that are the same where the ciphertext's IV is, and so
   * the value. SOPS chooses a new IV whenever a value changes.
   */
  readonly fingerprint?: string;
}

/** @public */
export interface InspectedSops {
  /** Public keys and key ids that can decrypt it, by key group. */
  readonly groups: readonly (readonly string[])[];
  readonly hasMac: boolean;
  /** The same in two files: one is a copy of the other. */
  readonly macFingerprint?: string;
  /** RFC 3339. Re-wrapping for other recipients leaves it. */
  readonly lastModified?: string;
  readonly version?: string;
  readonly problems: readonly {
    readonly code: SopsProblemCode;
    readonly line: number;
    /** Keys joined by dots; left out for the whole file. */
    readonly path?: string;
  }[];
}

/** What `verify` of `@basewell/sops` finds without a key. @public */
export type SopsProblemCode =
  | 'clear-value'
  | 'encrypted-manifest'
  | 'invalid-metadata'
  | 'missing-mac'
  | 'missing-version'
  | 'nothing-encrypted'
  | 'recipients-differ'
  | 'selector-differs'
  | 'stray-ciphertext'
  | 'unreadable';

/** @public */
export interface InspectedCreationRule {
  /** Path of the `.sops.yaml`. */
  readonly config: string;
  /** From 1. */
  readonly rule: number;
  /** It has a `path_regex`, and so means this file rather than every file. */
  readonly isSpecific: boolean;
  readonly groups: readonly (readonly string[])[];
}

/** @public */
export interface InspectedSopsConfig {
  readonly smells: readonly {
    readonly code: SopsConfigSmell;
    readonly line: number;
    /** What it is about, a sentence without a full stop. */
    readonly detail: string;
  }[];
}

/**
 * - `invalid`: sops refuses it, or ignores a part of it that is no RE2
 * - `unknown-key`, `ignored-recipients`: sops ignores them silently
 * - `no-recipients`: the rule cannot encrypt anything
 * - `unreachable-rule`, `shadowed-rule`: an earlier rule takes what it is for
 * - `ignored-config`: the file is called `.sops.yml`
 * - `nested-configs-disagree`: the answer depends on the folder sops runs in
 * - `encrypts-everything`: a rule for manifests without `encrypted_regex`
 * - `recipient-list`: `age` is a list, which needs sops 3.11
 * - `post-quantum`: needs sops 3.12
 *
 * @public
 */
export type SopsConfigSmell =
  | 'encrypts-everything'
  | 'ignored-config'
  | 'ignored-recipients'
  | 'invalid'
  | 'nested-configs-disagree'
  | 'no-recipients'
  | 'post-quantum'
  | 'recipient-list'
  | 'shadowed-rule'
  | 'unknown-key'
  | 'unreachable-rule';

/**
 * Something in the text of any file that must not be there.
 *
 * @public
 */
export type Sighting =
  | {
      readonly kind: 'private-key';
      readonly line: number;
      readonly of: 'age' | 'age, post-quantum' | 'PGP' | 'SSH or TLS';
    }
  | {
      readonly kind: 'connection-string';
      readonly line: number;
      /** Such as `postgresql`. */
      readonly scheme: string;
      /** The password is a word of an example, or repeats the name of the user. */
      readonly isExample: boolean;
    };

/**
 * An entry of a secret store that a custom resource reads.
 *
 * @public
 */
export interface InspectedReference {
  readonly line: number;
  /** Whose store it is: `ClusterSecretStore vault`, or `Vault team-a, mount kv`. */
  readonly store: string;
  readonly path: string;
  readonly property?: string;
}

/**
 * What is remembered of an earlier version of a SOPS file.
 *
 * @public
 */
export interface InspectedVersion {
  readonly commit: string;
  /** RFC 3339. */
  readonly at: string;
  readonly recipients: readonly string[];
  /** By path of the value. */
  readonly fingerprints: { readonly [path: string]: string };
}
