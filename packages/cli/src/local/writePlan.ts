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
import { ConflictError } from '@backstage/errors';
import { RepositoryRole } from '@basewell/plugin-databases-common';
import {
  encryptWithSops,
  sealPlan,
} from '@basewell/plugin-databases-node/seal';
import { LocalPlan } from './planLocally';
import { uncommittedFiles } from './uncommittedFiles';
import { writeAllOrNone } from './writeAllOrNone';

const SECRET_VARIABLE = /^DATABASES_SECRET_(.+)$/;

/**
 * Seals a plan and writes it into the working trees.
 *
 * @returns paths that were written
 * @throws ConflictError when one of them has uncommitted changes; then nothing is written
 */
export async function writePlan(
  { plan, sopsRules }: LocalPlan,
  trees: { readonly [role in RepositoryRole]: string },
): Promise<readonly string[]> {
  const files = plan.files.filter(file => file.change !== 'none');
  for (const role of ['platform', 'app'] as const) {
    const paths = files
      .filter(file => file.repository === role)
      .map(file => file.path);
    const uncommitted = await uncommittedFiles(trees[role], paths);
    if (uncommitted.length) {
      throw new ConflictError(
        `${uncommitted.join(', ')} in ${trees[role]} has changes that are not committed; commit or remove them, and run again`,
      );
    }
  }
  const sealed = await sealPlan(plan, {
    existing: new Set(),
    encrypt: encryptWithSops(sopsRules.configs, new Date()),
    random: randomBytes,
    provided: providedSecrets(process.env),
  });
  await writeAllOrNone(
    files.map(file => ({
      folder: trees[file.repository],
      path: file.path,
      content: file.kind === 'text' ? file.content : sealed.get(file.path)!,
    })),
  );
  return files.map(file => file.path);
}

function providedSecrets(environment: NodeJS.ProcessEnv) {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([variable, value]) => {
      const name = SECRET_VARIABLE.exec(variable)?.[1];
      return name && value ? [[name, value]] : [];
    }),
  );
}
