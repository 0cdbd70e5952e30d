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

import { KubeObject } from '../model';
import { ObservedKind } from '../observation';

/**
 * What is kept of one secret that is declared in a repository: names and times,
 * never a value, and no ciphertext.
 *
 * @public
 */
export interface SecretFileData {
  readonly path: string;
  /** Line of the document's first key, from 1. */
  readonly line: number;
  /** SHA of the commit at which it was read. */
  readonly commit: string;
  /** Its page on the host of the repository, at that commit and line. */
  readonly url?: string;
  /** `plain` is a Secret whose values lie open. */
  readonly format: 'sops' | 'sealed-secret' | 'plain';
  /** What decrypts it in the Kubernetes cluster, where the tree shows it. */
  readonly decryptedBy?: 'argocd' | 'flux' | 'sops-operator';
  /** The Secret that it becomes. */
  readonly namespace?: string;
  readonly name: string;
  readonly keys: readonly SecretFileKey[];
  /** Public keys and key ids that can decrypt it. */
  readonly recipients: readonly string[];
  /** Whether there is a MAC over the whole file. */
  readonly hasMac?: boolean;
  /** `sops.lastmodified`: RFC 3339. Re-wrapping for other recipients leaves it. */
  readonly lastModified?: string;
  /** The newest commit that changed a value, as far as the history was read. */
  readonly valueChange?: { readonly commit: string; readonly at: string };
  /** The history ended before a change was found: it is at least as old as this. RFC 3339. */
  readonly unchangedSince?: string;
  /** `cnpg.io/reload: "true"`. */
  readonly reloads?: boolean;
  /** What the rules for files found in it. */
  readonly problems: readonly {
    readonly rule: string;
    readonly line: number;
    readonly key?: string;
  }[];
}

/** @public */
export interface SecretFileKey {
  readonly name: string;
  /** Length of the value in bytes, which encryption does not hide. */
  readonly length?: number;
}

/** The key of files that leave their namespace to whoever applies them. @public */
export const filesWithoutNamespace = 'secret-files-without-namespace';

/**
 * Secrets in the repositories of the targets. They are found under
 * `secret:<namespace>/<name>` of what they become; those without a namespace, which
 * are few, under one key.
 *
 * @public
 */
export const secretFile: ObservedKind<SecretFileData> = {
  id: 'secret-files.git',
  origin: 'git',
  group: '',
  versions: [],
  resource: 'secret-files',
  kind: 'file',
  namespaced: false,
  elsewhere: true,
  feeds:
    'Encrypted files in git tell since when a value is as it is, and who can decrypt it.',
  lane: 'credential',
  // Files are read by the reader of repositories, which makes the facts itself.
  project: (_object: KubeObject) => undefined,
  keys: ({ data }) => [
    data.namespace
      ? `secret:${data.namespace}/${data.name}`
      : filesWithoutNamespace,
  ],
};
