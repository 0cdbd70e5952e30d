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

import { ConflictError } from '@backstage/errors';
import { Plan, PlannedSecret } from '@basewell/plugin-databases-common';
import {
  sealedManifest,
  SealedManifest,
} from '@basewell/plugin-databases-common/domain';
import { RandomSource } from './randomSecret';
import { sealForController } from './sealForController';
import { SecretMaterial } from './SecretMaterial';

/**
 * Encrypts one document for one path. The tree's secret leaves are bytes that
 * it must not keep. SealedSecrets are not asked of it: their certificate is in
 * the plan.
 *
 * @public
 */
export type SecretEncrypter = (options: {
  readonly path: string;
  readonly tree: SecretTree;
  /** Whether it is decrypted before anybody has to see what it is, as KSOPS does. */
  readonly wholeFile: boolean;
}) => Promise<string>;

/** A Secret, or what an operator makes it from, with its values as bytes. @public */
export type SecretTree = Exclude<
  SealedManifest<Uint8Array>,
  { readonly kind: 'SealedSecret' }
>;

/** @public */
export interface SealOptions {
  /** Paths whose ciphertext exists on the request's branch: it is kept. */
  readonly existing: ReadonlySet<string>;
  readonly encrypt: SecretEncrypter;
  readonly random: RandomSource;
  /** Values that the person gave, by the name the drafts call them. */
  readonly provided: { readonly [name: string]: string };
  /** Certificates that are over by then seal nothing; this instant when left out. */
  readonly now?: Date;
}

/**
 * Turns the secret drafts of a plan into ciphertext, by path. This is the only
 * function in which plaintext exists: values are made here, as bytes, and
 * overwritten before it returns or throws.
 *
 * @throws ConflictError when some secrets of a password exist and others do
 *   not: an existing value cannot be read, so the missing one cannot be made.
 * @throws InputError when a value that the person must give is missing, or a
 *   certificate is over.
 * @public
 */
export async function sealPlan(
  plan: Pick<Plan, 'files'>,
  options: SealOptions,
): Promise<ReadonlyMap<string, string>> {
  const secrets = plan.files.filter(
    (file): file is PlannedSecret => file.kind === 'secret',
  );
  const exists = (secret: PlannedSecret) =>
    secret.change === 'none' || options.existing.has(secret.path);
  const missing = secrets.filter(secret => !exists(secret));
  refuseHalfPasswords(missing, secrets.filter(exists));

  const material = new SecretMaterial(options);
  const sealed = new Map<string, string>();
  try {
    for (const secret of missing) {
      sealed.set(secret.path, await sealSecret(secret, material, options));
    }
    return sealed;
  } finally {
    material.forget();
  }
}

async function sealSecret(
  planned: PlannedSecret,
  material: SecretMaterial,
  { encrypt, random, now = new Date() }: SealOptions,
): Promise<string> {
  const { path, secret, shape = 'plainSops' } = planned;
  const values = Object.fromEntries(
    Object.entries(secret.values).map(([key, draft]) => [
      key,
      material.bytesOf(draft),
    ]),
  );
  if (shape === 'sealedSecret') {
    return sealForController(planned, values, { random, now });
  }
  const tree = sealedManifest(shape, secret, values) as SecretTree;
  return encrypt({ path, tree, wholeFile: shape === 'ksops' });
}

function refuseHalfPasswords(
  missing: readonly PlannedSecret[],
  existing: readonly PlannedSecret[],
) {
  for (const secret of missing) {
    const ids = generatedIds(secret);
    const sibling = existing.find(other =>
      generatedIds(other).some(id => ids.includes(id)),
    );
    if (sibling) {
      throw new ConflictError(
        `${sibling.path} exists and its password cannot be read here, so ${secret.path} cannot be made to match it. ` +
          `Restore ${secret.path} from the repository's history, or remove ${sibling.path} from the branch as well, and run again`,
      );
    }
  }
}

function generatedIds({ secret }: PlannedSecret): string[] {
  return Object.values(secret.values).flatMap(value => {
    switch (value.from) {
      case 'generated':
        return [value.id];
      case 'connectionUri':
        return [value.password.id];
      default:
        return [];
    }
  });
}
