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

import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import { databasesReadPermission } from '@basewell/plugin-databases-common';
import { Observatory } from '../observatory/Observatory';
import { IsVisible } from '../permissions';
import { authorize } from '../routes/authorize';
import { DatabaseRow } from '../store/DatabaseRow';

/** What the actions of agents work with. */
export interface ActionContext {
  readonly actions: ActionsRegistryService;
  readonly permissions: PermissionsService;
  readonly observatory: Observatory;
  /** @throws NotAllowedError when the caller may see no database at all. */
  readonly visibleTo: (credentials: BackstageCredentials) => Promise<IsVisible>;
}

/** Every action only reads, and says the same when it is asked again. */
export const readOnly = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;

/**
 * The databases that the caller may see: an agent sees no more than the person
 * that it works for.
 *
 * @throws NotAllowedError when the caller may see none
 */
export async function visibleRows(
  { permissions, observatory, visibleTo }: ActionContext,
  credentials: BackstageCredentials,
): Promise<readonly DatabaseRow[]> {
  await authorize(permissions, databasesReadPermission, credentials);
  const isVisible = await visibleTo(credentials);
  return observatory.store.rows().filter(isVisible);
}

/** @throws NotFoundError with the same words when there is none and when the caller may not see it */
export async function visibleDatabase(
  context: ActionContext,
  credentials: BackstageCredentials,
  id: string,
): Promise<DatabaseRow> {
  const rows = await visibleRows(context, credentials);
  const row = rows.find(({ identity }) => identity.id === id);
  if (!row) {
    throw new NotFoundError(
      `There is no database ${id} that you may see; ask find-databases for the ids`,
    );
  }
  return row;
}
