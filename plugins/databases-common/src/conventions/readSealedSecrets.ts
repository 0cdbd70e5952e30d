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

import { secretValues } from '../layouts/secretValues';
import { HouseObject } from './HouseFacts';

/** A Secret whose values are encrypted in the repository. */
export interface SealedSecretFact {
  readonly path: string;
  readonly name: string;
  /** Left out: it is encrypted, too. */
  readonly namespace?: string;
  /** Keys are in the clear. */
  readonly keys: readonly string[];
}

/** Marks by which houses tell files with ciphertext. */
const MARKED = /(\.(?:sops|enc|encrypted|secret))?\.ya?ml$/;

/**
 * The Secrets of an encrypted or sealed object:
 *
 * | what the file is | what its Secret is called |
 * |---|---|
 * | a Secret of SOPS, a SealedSecret | as the object |
 * | a SopsSecret | as its template, and as the object where that is encrypted |
 * | encrypted as a whole | as the file; nothing else can be read |
 */
export function readSealedSecrets({
  path,
  kind,
  name,
  namespace,
  document,
}: HouseObject): readonly SealedSecretFact[] {
  const place = namespace !== undefined && { namespace };
  const keys = secretValues(document).flatMap(Object.keys);
  if (kind === 'SealedSecret' || (kind === 'Secret' && document.sops)) {
    return [{ path, name, ...place, keys }];
  }
  if (kind === 'SopsSecret') {
    const { secretTemplates } = document.spec ?? {};
    const templates = Array.isArray(secretTemplates) ? secretTemplates : [];
    return templates.map((template: HouseObject['document']) => ({
      path,
      name: isReadable(template?.name) ? template.name : name,
      ...place,
      keys: secretValues(template ?? {}).flatMap(Object.keys),
    }));
  }
  const file = path.slice(path.lastIndexOf('/') + 1);
  return document.sops && !isReadable(kind) && keys.length
    ? [{ path, name: file.replace(MARKED, ''), keys }]
    : [];
}

function isReadable(text: unknown): text is string {
  return typeof text === 'string' && !text.startsWith('ENC[');
}
