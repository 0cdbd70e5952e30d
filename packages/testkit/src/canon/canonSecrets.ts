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

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decrypt } from '@basewell/sops';
import { ForgeWorkingCopy } from '../conformance/ForgeWorkingCopy';
import { packageFolder } from '../packageFolder';

const keyFile = '../../examples/canon/keys/TEST-ONLY-age.txt';

/** Values by key, by path. @public */
export type CanonSecrets = ReadonlyMap<
  string,
  Readonly<Record<string, string>>
>;

/**
 * `stringData` of every file on a branch that the examples' public key opens and
 * `main` does not have.
 *
 * @param copy - a clone of the platform repository
 *
 * @public
 */
export async function canonSecrets(
  copy: ForgeWorkingCopy,
  branch: string,
): Promise<CanonSecrets> {
  const keys = await readFile(resolve(packageFolder, keyFile), 'utf8');
  const identity = keys.split('\n').find(line => line.startsWith('AGE-'))!;
  const names = await copy.git(
    ...['diff', '--name-only', '--diff-filter=A'],
    ...[`origin/main...origin/${branch}`],
  );
  const found = new Map<string, Record<string, string>>();
  for (const path of names.split('\n').filter(Boolean)) {
    const text = (await copy.read(`origin/${branch}`, path)).toString();
    if (/^sops:$/m.test(text)) {
      const { tree } = await decrypt(text, { identities: [identity] });
      found.set(path, (tree as any).stringData);
    }
  }
  return found;
}
