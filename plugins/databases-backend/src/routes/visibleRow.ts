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

import { NotFoundError } from '@backstage/errors';
import { databasesReadPermission } from '@basewell/plugin-databases-common';
import { Request } from 'express';
import { RouteContext } from '../router';
import { Sight } from '../answers/Sight';
import { DatabaseRow } from '../store/DatabaseRow';
import { authorize } from './authorize';

/** A database, and where it is seen. */
interface VisibleRow extends Sight {
  readonly row: DatabaseRow;
  /** All that the caller sees with tokens of their own. */
  readonly sights: readonly Sight[];
}

/**
 * The database that a path names.
 *
 * @throws NotFoundError with the same words when there is none and when the
 *   caller may not see it
 */
export async function visibleRow(
  request: Request,
  { httpAuth, permissions, visibleTo, observatory }: RouteContext,
): Promise<VisibleRow> {
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  await authorize(permissions, databasesReadPermission, credentials);
  const isVisible = await visibleTo(credentials);
  const { id } = request.params;
  const sights = await observatory.callers.look(request, credentials);
  const sight = [observatory, ...sights].find(({ store }) => store.row(id));
  const row = sight?.store.row(id);
  if (!sight || !row || !isVisible(row.identity)) {
    throw new NotFoundError(`There is no database ${id} that you may see`);
  }
  return { row, store: sight.store, answers: sight.answers, sights };
}
