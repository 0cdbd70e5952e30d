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

import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  CoverageState,
  databasesReadPermission,
  parseDatabaseId,
} from '@basewell/plugin-databases-common';
import { Request } from 'express';
import { RouteContext } from '../router';
import { Sight } from '../answers/Sight';
import { CallerView, nothingOfTheirOwn } from '../callers/CallerView';
import { DatabaseRow } from '../store/DatabaseRow';
import { authorize } from './authorize';

/** A database, and where it is seen. */
interface VisibleRow extends Sight {
  readonly row: DatabaseRow;
  /** What the caller sees of its Kubernetes cluster with a token of their own. */
  readonly view: CallerView;
}

/** What a caller may find otherwise a moment later, whatever their rights. */
const passing: readonly CoverageState[] = ['syncing', 'unreachable', 'failing'];

/**
 * The database that a path names.
 *
 * @throws NotFoundError with the same words when there is none and when the
 *   caller may not see it
 * @throws ServiceUnavailableError while its Kubernetes cluster, which is read with
 *   a token of the caller, cannot be seen: that says nothing of the database
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
  const place = observatory.store.row(id) ? undefined : parseDatabaseId(id);
  const view = place
    ? await observatory.callers.look(request, credentials, {
        kubernetesCluster: place.kubernetesCluster,
        namespacesIn: () => [place.namespace],
      })
    : nothingOfTheirOwn;
  const blind = view.gaps.find(
    ({ kinds, state }) => !kinds.length && passing.includes(state),
  );
  if (blind) {
    throw new ServiceUnavailableError(
      `Kubernetes cluster ${blind.kubernetesCluster} cannot be seen now. ${blind.message}`,
    );
  }
  const sight = [observatory, ...view.sights].find(({ store }) =>
    store.row(id),
  );
  const row = sight?.store.row(id);
  if (!sight || !row || !isVisible(row)) {
    throw new NotFoundError(`There is no database ${id} that you may see`);
  }
  return { row, store: sight.store, answers: sight.answers, view };
}
