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

import {
  InspectedSopsConfig,
  SopsConfigSmell,
} from '@basewell/plugin-databases-common/domain';
import {
  CreationRule,
  findCreationRule,
  NoMatchingRuleError,
} from '@basewell/sops';
import {
  inspectSopsConfig,
  lineOfRule,
  ReadSopsConfig,
} from './inspectSopsConfig';

type Smell = InspectedSopsConfig['smells'][number];

/**
 * The `.sops.yaml` files of a repository. What is odd about them shows partly when
 * they are asked about other files.
 */
export class InspectedRules {
  readonly #configs = new Map<string, ReadSopsConfig>();
  readonly #smells = new Map<string, Smell[]>();

  constructor(files: ReadonlyMap<string, string>) {
    for (const [path, text] of files) {
      if (/(^|\/)\.sops\.ya?ml$/.test(path)) {
        const read = inspectSopsConfig(path, text);
        this.#configs.set(path, read);
        this.#smells.set(path, [...read.smells]);
      }
    }
  }

  /** The rule for a file that is encrypted, or should be. */
  ruleFor(path: string): CreationRule | undefined {
    const configs = [...this.#configs.values()].flatMap(
      ({ config }) => config ?? [],
    );
    try {
      const { rule, warnings } = findCreationRule(configs, path);
      for (const { code, config, rule: index, message } of warnings) {
        const detail = message.slice(`${config}: `.length).replace(/\.$/, '');
        this.#add(config, code, index, detail);
      }
      return rule;
    } catch (error) {
      if (error instanceof NoMatchingRuleError) return undefined;
      throw error;
    }
  }

  /** The rule would encrypt what Kubernetes has to read of this manifest. */
  noteManifest(path: string, { origin, selector }: CreationRule): void {
    if (selector.value === '_unencrypted') {
      const detail = `rule ${origin.index + 1} has no encrypted_regex, so it encrypts apiVersion, kind and metadata of ${path} too`;
      this.#add(origin.config, 'encrypts-everything', origin.index, detail);
    }
  }

  /** Nothing for a file that is no `.sops.yaml`; complete when all files were asked about. */
  smellsOf(path: string): readonly Smell[] | undefined {
    return this.#smells.get(path);
  }

  /** One file is enough of an example. */
  #add(
    config: string,
    code: SopsConfigSmell,
    rule: number | undefined,
    detail: string,
  ) {
    const line = lineOfRule(rule, this.#configs.get(config)?.leaves ?? []);
    const smells = this.#smells.get(config) ?? [];
    if (!smells.some(smell => smell.code === code && smell.line === line)) {
      smells.push({ code, line, detail });
    }
  }
}
