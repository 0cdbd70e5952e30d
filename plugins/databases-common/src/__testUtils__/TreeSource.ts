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

import { X509Certificate } from 'node:crypto';
import {
  CreationRule,
  encrypts,
  findCreationRule,
  parseSopsConfig,
} from '@basewell/sops';
import { sealedManifest } from '../manifests';
import {
  CertificateFact,
  EncryptedPart,
  EncryptionFact,
  Plan,
  PlannedSecret,
  RepositoryRole,
} from '../model';
import { FactSource } from '../planning';
import { renderYaml } from '../yaml';

/** Text by path. */
export type Tree = { readonly [path: string]: string };
export type Trees = { readonly [role in RepositoryRole]: Tree };

/** Two repositories in memory, read like any others. */
export class TreeSource implements FactSource {
  readonly #trees: Trees;

  constructor(trees: Trees) {
    this.#trees = trees;
  }

  async readFiles(role: RepositoryRole, paths: readonly string[]) {
    const tree = this.#trees[role];
    return new Map(
      paths.map(path => [
        path,
        Object.hasOwn(tree, path) ? tree[path] : undefined,
      ]),
    );
  }

  async listFolders(role: RepositoryRole, folders: readonly string[]) {
    return new Map(
      folders.map(folder => [folder, namesIn(this.#trees[role], folder)]),
    );
  }

  async readEncryption(paths: readonly string[]) {
    const text = this.#trees.platform['.sops.yaml'];
    return new Map(paths.map(path => [path, encryptionOf(text, path)]));
  }

  async readCertificates(certificates: readonly string[]) {
    return new Map(certificates.map(pem => [pem, certificateOf(pem)]));
  }
}

function certificateOf(pem: string): CertificateFact {
  try {
    const { publicKey, validToDate, fingerprint256 } = new X509Certificate(pem);
    return {
      state: 'readable',
      key: publicKey.asymmetricKeyType!,
      notAfter: validToDate.toISOString(),
      fingerprint: fingerprint256,
    };
  } catch (error) {
    return { state: 'unreadable', reason: String(error) };
  }
}

const CIPHERTEXT = 'ENC[AES256_GCM,data:AA==,type:str]';
/** The shape of what SOPS adds to a file. */
export const SOPS_METADATA = `sops:
  age:
    - recipient: age1example
  encrypted_regex: ^(data|stringData)$
  mac: ${CIPHERTEXT}
  version: 3.13.3
`;

/** The repositories after both pull requests of a plan are merged. */
export function mergePlan(plan: Plan, trees: Trees): Trees {
  const changed = (role: RepositoryRole): Tree =>
    Object.fromEntries(
      plan.files
        .filter(
          ({ repository, change }) => repository === role && change !== 'none',
        )
        .map(file => [
          file.path,
          file.kind === 'text' ? file.content : ciphertextOf(file),
        ]),
    );
  return {
    platform: { ...trees.platform, ...changed('platform') },
    app: { ...trees.app, ...changed('app') },
  };
}

/** Built like a value that is sealed for a key of 2048 bits. */
const SEALED = Buffer.concat([
  Buffer.from([1, 0]),
  Buffer.alloc(256 + 16 + 32, 'sealed'),
]).toString('base64');

function ciphertextOf(planned: PlannedSecret): string {
  const { secret, shape = 'plainSops', style } = planned;
  const isSealed = shape === 'sealedSecret';
  const values = Object.keys(secret.values).map(key => [
    key,
    isSealed ? SEALED : CIPHERTEXT,
  ]);
  const manifest = sealedManifest(shape, secret, Object.fromEntries(values));
  if (isSealed) {
    return renderYaml([manifest], style);
  }
  return `${renderYaml([manifest])}${SOPS_METADATA}`;
}

function namesIn(tree: Tree, folder: string): readonly string[] | undefined {
  const prefix = folder ? `${folder}/` : '';
  const names = Object.keys(tree)
    .filter(path => path.startsWith(prefix))
    .map(path => path.slice(prefix.length))
    .map(path => (path.includes('/') ? path.replace(/\/.*/, '/') : path));
  return names.length ? [...new Set(names)].sort() : undefined;
}

function encryptionOf(text: string | undefined, path: string): EncryptionFact {
  if (text === undefined) {
    return { state: 'uncovered', reason: 'there is no .sops.yaml' };
  }
  try {
    const { rule, warnings } = findCreationRule(
      [parseSopsConfig(text, '.sops.yaml')],
      path,
    );
    return {
      state: 'covered',
      config: rule.origin.config,
      rule: rule.origin.index + 1,
      recipients: rule.keyGroups.flat().map(({ id }) => id),
      unsupported: [],
      encrypts: encryptedPart(rule),
      fields: [rule.selector.option],
      warnings: warnings.map(({ message }) => message),
    };
  } catch (error) {
    return { state: 'uncovered', reason: String(error) };
  }
}

function encryptedPart(rule: CreationRule): EncryptedPart {
  if (encrypts(rule, ['kind'])) {
    return 'file';
  }
  return encrypts(rule, ['stringData']) ? 'values' : 'templates';
}
