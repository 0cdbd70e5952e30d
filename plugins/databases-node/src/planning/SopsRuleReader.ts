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

import { EncryptionFact } from '@basewell/plugin-databases-common';
import { encryptionFact } from './encryptionFact';
import { readSopsRules, SopsRules } from './readSopsRules';

/**
 * Looks up the creation rules of a platform repository for one plan, and keeps
 * all that it has read: a plan asks in several rounds, and must be sealed by the
 * rules that it was previewed with.
 *
 * @public
 */
export class SopsRuleReader {
  readonly #readFiles: (
    paths: readonly string[],
  ) => Promise<ReadonlyMap<string, string | undefined>>;
  readonly #anyRecipient: boolean;
  #rules: SopsRules = { configs: [], texts: new Map() };

  /**
   * @param readFiles - from the platform repository, at one commit
   * @param anyRecipient - whether a sops binary serves the recipients that we cannot
   */
  constructor(
    readFiles: (
      paths: readonly string[],
    ) => Promise<ReadonlyMap<string, string | undefined>>,
    anyRecipient: boolean,
  ) {
    this.#readFiles = readFiles;
    this.#anyRecipient = anyRecipient;
  }

  /** Those of all paths that were asked about so far. */
  get rules(): SopsRules {
    return this.#rules;
  }

  /** @throws as `parseSopsConfig` does */
  async readEncryption(
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, EncryptionFact>> {
    const read = await readSopsRules(this.#readFiles, paths);
    this.#rules = {
      configs: [
        ...this.#rules.configs.filter(({ path }) => !read.texts.has(path)),
        ...read.configs,
      ],
      texts: new Map([...this.#rules.texts, ...read.texts]),
    };
    return new Map(
      paths.map(path => [
        path,
        encryptionFact(this.#rules.configs, path, this.#anyRecipient),
      ]),
    );
  }
}
