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
import { InputError } from '@backstage/errors';
import {
  PlannedSecret,
  SealingScope,
  SecretDraft,
} from '@basewell/plugin-databases-common';
import {
  judgeSealedSecret,
  readYaml,
  renderYaml,
  sealedManifest,
} from '@basewell/plugin-databases-common/domain';
import { RandomSource } from './randomSecret';
import { sealValue } from './sealValue';

/**
 * Seals a Secret so that one controller of Sealed Secrets can open it, and
 * nobody else. The result is looked at before it is returned: every key of the
 * Secret, each sealed, and nothing besides.
 *
 * @param values - in clear; they are not kept
 * @param now - certificates that are over seal nothing
 * @returns the SealedSecret as YAML
 * @throws InputError when the certificate is over, or not RSA
 */
export function sealForController(
  { path, secret, style, encryption }: PlannedSecret,
  values: { readonly [key: string]: Uint8Array },
  options: { readonly random: RandomSource; readonly now: Date },
): string {
  if (encryption.state !== 'sealed') {
    throw new Error(`${path} has no certificate that it could be sealed with`);
  }
  const { certificate, from, scope } = encryption;
  const { publicKey: key, validTo } = new X509Certificate(certificate);
  if (key.asymmetricKeyType !== 'rsa' || new Date(validTo) < options.now) {
    throw new InputError(
      `${path} cannot be sealed: the certificate in ${from} is ${
        key.asymmetricKeyType === 'rsa' ? 'over' : 'not RSA'
      }. Fetch the one that the controller has now with "kubeseal --fetch-cert", put it there, and run again`,
    );
  }
  const { random } = options;
  const label = sealingLabel(secret, scope);
  const sealed = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      sealValue(value, { key, label, random }),
    ]),
  );
  const manifest = sealedManifest('sealedSecret', secret, sealed, scope);
  const text = renderYaml([manifest], style);
  proveSealed(path, text, Object.keys(values));
  return text;
}

/** A value that is moved to where its label does not fit cannot be opened. */
function sealingLabel(
  { name, namespace }: Pick<SecretDraft, 'name' | 'namespace'>,
  scope: SealingScope,
): string {
  switch (scope) {
    case 'strict':
      return `${namespace}/${name}`;
    case 'namespace-wide':
      return namespace;
    default:
      return '';
  }
}

/** As whoever reads the file will read it. */
function proveSealed(path: string, text: string, keys: readonly string[]) {
  const [{ spec }] = readYaml(text) as {
    readonly spec: { readonly encryptedData: object };
  }[];
  const found = Object.keys(spec.encryptedData);
  if (
    judgeSealedSecret(text) !== 'sealed' ||
    found.length !== keys.length ||
    !keys.every(key => found.includes(key))
  ) {
    throw new Error(`${path} did not come out sealed; nothing was written`);
  }
}
