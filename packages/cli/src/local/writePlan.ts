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
import { ConflictError, InputError } from '@backstage/errors';
import { Plan, RepositoryRole } from '@basewell/plugin-databases-common';
import {
  encryptWithSops,
  sealPlan,
} from '@basewell/plugin-databases-node/seal';
import { LocalPlan } from './planLocally';
import { uncommittedFiles } from './uncommittedFiles';
import { writeAllOrNone } from './writeAllOrNone';

const SECRET_VARIABLE = 'DATABASES_SECRET_';

/**
 * Seals a plan and writes it into the working trees.
 *
 * @returns paths that were written
 * @throws ConflictError when one of them has uncommitted changes
 * @throws InputError when the environment lacks a secret that a person must give
 * @throws UnreadableError when a file cannot be written. Nothing is written in any of these cases
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
    provided: providedSecrets(plan, process.env),
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

/** What the plan wants from a person, out of the environment: no shell history, no process list. */
function providedSecrets(plan: Plan, environment: NodeJS.ProcessEnv) {
  const names = plan.files.flatMap(file =>
    file.kind === 'secret' && file.change !== 'none'
      ? Object.values(file.secret.values).flatMap(value =>
          value.from === 'provided' ? [value.name] : [],
        )
      : [],
  );
  const missing = names.filter(name => !environment[SECRET_VARIABLE + name]);
  if (missing.length) {
    throw new InputError(
      `The target wants secrets from you; set the environment variables ${missing
        .map(name => SECRET_VARIABLE + name)
        .join(', ')} and run again`,
    );
  }
  return Object.fromEntries(
    names.map(name => [name, environment[SECRET_VARIABLE + name]!]),
  );
}
