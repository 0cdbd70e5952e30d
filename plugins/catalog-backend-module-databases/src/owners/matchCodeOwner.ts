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

import { Entity } from '@backstage/catalog-model';
import { TEAM_SLUG, teamPath, USER_LOGIN } from './annotations';

/**
 * Whom a CODEOWNERS file means:
 *
 * | written | who it is |
 * |---|---|
 * | `@org/team` | the Group with that path in the annotation of its host, else the Group `team` |
 * | `@name` | the Group or User with that name in an annotation, else the one of that name |
 * | `mail@host` | the User with that address in its profile |
 *
 * @param entities - Groups and Users, of whom some may be meant
 * @returns one, none, or several when it cannot be told
 */
export function matchCodeOwner(
  { host, text }: { readonly host: string; readonly text: string },
  entities: readonly Entity[],
): readonly Entity[] {
  if (!text.startsWith('@')) {
    return entities.filter(
      ({ kind, spec }) =>
        kind === 'User' &&
        same((spec?.profile as { email?: unknown } | undefined)?.email, text),
    );
  }
  const path = text.slice(1);
  const isTeam = path.includes('/');
  const annotated = entities.filter(({ kind, metadata }) => {
    const { annotations = {} } = metadata;
    const said =
      kind === 'Group'
        ? [annotations[TEAM_SLUG], annotations[teamPath(host)]]
        : [annotations[USER_LOGIN]];
    return said.some(value => same(value, path));
  });
  const name = path.slice(path.lastIndexOf('/') + 1);
  return annotated.length
    ? annotated
    : entities.filter(
        ({ kind, metadata }) =>
          (kind === 'Group' || !isTeam) && same(metadata.name, name),
      );
}

function same(value: unknown, wanted: string): boolean {
  return (
    typeof value === 'string' && value.toLowerCase() === wanted.toLowerCase()
  );
}
