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

import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageFolder } from '../packageFolder';

const examples = join(packageFolder, '../../examples');
const key = readFileSync(
  join(examples, 'canon/keys/TEST-ONLY-sealed-secrets.pem'),
  'utf8',
).replace(/^#.*\n/gm, '');

/**
 * The platform repository of the house whose controller has the test key; the real
 * kubeseal sealed its files.
 *
 * @public
 */
export const sealedHouse = join(examples, 'houses/sealed-secrets/platform');

/**
 * Opens a SealedSecret as the controller with the test key does.
 *
 * @returns values by key
 * @throws when it was sealed for another key, name, namespace or scope
 * @public
 */
export function unsealSecret(text: string): {
  readonly [key: string]: string;
} {
  const { metadata, spec } = parse(text) as {
    readonly metadata: Metadata;
    readonly spec: {
      readonly encryptedData: { readonly [key: string]: string };
    };
  };
  const label = labelOf(metadata);
  return Object.fromEntries(
    Object.entries(spec.encryptedData).map(([name, value]) => [
      name,
      unsealValue(Buffer.from(value, 'base64'), label),
    ]),
  );
}

interface Metadata {
  readonly name: string;
  readonly namespace: string;
  readonly annotations?: { readonly [key: string]: string };
}

function labelOf({ name, namespace, annotations = {} }: Metadata): string {
  const has = (scope: string) =>
    annotations[`sealedsecrets.bitnami.com/${scope}`] === 'true';
  if (has('cluster-wide')) {
    return '';
  }
  return has('namespace-wide') ? namespace : `${namespace}/${name}`;
}

function unsealValue(sealed: Buffer, label: string): string {
  const end = 2 + sealed.readUInt16BE();
  const session = privateDecrypt(
    {
      key,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(label),
    },
    sealed.subarray(2, end),
  );
  const cipher = createDecipheriv('aes-256-gcm', session, Buffer.alloc(12));
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([
    cipher.update(sealed.subarray(end, -16)),
    cipher.final(),
  ]).toString('utf8');
}
