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

import { InputError } from '@backstage/errors';
import { Layout } from '../layouts';
import { Target } from '../model';
import { mergeTargetOptions } from './mergeTargetOptions';
import { parseRepoUrl } from './parseRepoUrl';
import { targetSchema } from './targetSchema';

/**
 * Reads one configured target.
 *
 * @param input - as written in app-config or in the command line's file
 * @param where - path of it there, such as `databases.targets[0]`, for errors
 * @param layouts - that can be chosen; the chosen one has the defaults. When the
 *   configuration chooses none, the target is undecided between all of them.
 * @throws InputError that names every wrong field by its path.
 * @public
 */
export function parseTarget(
  input: unknown,
  where: string,
  layouts: readonly Layout[],
): Target {
  const parsed = targetSchema.safeParse(input);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(issue => {
          const field = [where, ...issue.path.map(fieldSegment)].join('');
          return `${field}: ${issue.message}`;
        })
        .join('\n'),
    );
  }
  const { id, title, platform, app, options, layout: chosen } = parsed.data;
  const repositories = {
    platform: repository(platform, `${where}.platform`),
    app: repository(app, `${where}.app`),
  };
  const candidates = layouts
    .filter(layout => chosen === undefined || layout.id === chosen)
    .map(layout => ({
      id,
      title: title ?? id,
      ...repositories,
      layout: layout.id,
      options: mergeTargetOptions(layout.defaults, options),
    }));
  const [usual] = candidates;
  if (!usual) {
    const known = layouts.map(candidate => candidate.id).join(', ');
    throw new InputError(
      `${where}.layout: there is no layout "${chosen}"; known are ${known}`,
    );
  }
  return chosen === undefined ? { ...usual, undecided: candidates } : usual;
}

function fieldSegment(segment: string | number): string {
  return typeof segment === 'number' ? `[${segment}]` : `.${segment}`;
}

function repository(
  input: { readonly repoUrl: string; readonly branch: string },
  where: string,
) {
  try {
    return { ...parseRepoUrl(input.repoUrl), branch: input.branch };
  } catch (error) {
    throw new InputError(
      `${where}.repoUrl: ${error instanceof Error ? error.message : error}`,
    );
  }
}
