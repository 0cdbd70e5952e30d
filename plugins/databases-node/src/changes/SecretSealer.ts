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

import { randomBytes } from 'node:crypto';
import { Config } from '@backstage/config';
import { PlannedChange } from '../planning';
import { encryptWithBinary } from './encryptWithBinary';
import { encryptWithSops } from './encryptWithSops';
import { sealPlan } from './sealPlan';

/**
 * Seals planned changes by the platform repository's own creation rules.
 *
 * @public
 */
export interface SecretSealer {
  /**
   * @returns ciphertext by path, for the secrets that do not exist yet
   * @throws as `sealPlan` does
   */
  seal(
    planned: PlannedChange,
    options: {
      /** Paths whose ciphertext stands on the request's branch. */
      readonly existing: ReadonlySet<string>;
      /** Values that the person gave, by name. */
      readonly provided: { readonly [name: string]: string };
    },
  ): Promise<ReadonlyMap<string, string>>;
}

/** @public */
export function createSecretSealer(config: Config): SecretSealer {
  const sops = config.getOptionalConfig('databases.sops');
  const binary = sops?.getOptionalString('binary');
  const environment = sops?.getOptionalStringArray('environment') ?? [];
  return {
    seal({ plan, sopsRules }, { existing, provided }) {
      const inProcess = encryptWithSops(sopsRules.configs, new Date());
      const encrypt = binary
        ? encryptWithBinary({ binary, environment, sopsRules, inProcess })
        : inProcess;
      return sealPlan(plan, {
        existing,
        provided,
        encrypt,
        random: randomBytes,
      });
    },
  };
}
