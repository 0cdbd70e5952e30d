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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  databasesReadPermission,
  EntityDatabasesResponse,
  matchEntity,
  namespacesOf,
  placeOf,
  plannedDatabases,
} from '@basewell/plugin-databases-common';
import { Router } from 'express';
import { Sight } from '../answers/Sight';
import { sendDated } from '../answers/sendDated';
import { compareRows } from '../fleet/compareRows';
import { RouteContext } from '../router';
import { DatabaseRow } from '../store/DatabaseRow';
import { audited } from './audited';
import { authorize } from './authorize';

const compareWorst = compareRows('worst', 'asc');

/** `GET /entities/:kind/:namespace/:name/databases`: the databases of a service, or the one that an entity stands for. */
export function entityDatabasesRoute(router: Router, context: RouteContext) {
  const { auditor, catalog, httpAuth, permissions, observatory } = context;
  router.get(
    '/entities/:kind/:namespace/:name/databases',
    async (request, response) => {
      const { kind, namespace, name } = request.params;
      const entityRef = stringifyEntityRef({ kind, namespace, name });
      const now = observatory.now();
      const { items, view, ...answer } = await audited(
        auditor,
        request,
        {
          eventId: 'database-fetch',
          queryType: 'by-entity',
          meta: { entityRef },
        },
        async () => {
          const credentials = await httpAuth.credentials(request, {
            allow: ['user', 'service'],
          });
          await authorize(permissions, databasesReadPermission, credentials);
          const isVisible = await context.visibleTo(credentials);
          const entity = await catalog.getEntityByRef(entityRef, {
            credentials,
          });
          if (!entity) {
            throw new NotFoundError(
              `The catalog has no ${entityRef} that you may see`,
            );
          }
          const own = await observatory.callers.look(request, credentials, {
            namespacesIn: kubernetesCluster =>
              namespacesOf(entity, kubernetesCluster),
          });
          const everywhere = [observatory, ...own.sights];
          // What the caller may not see is not hinted at as ambiguous either.
          const { matched, ambiguous, searched } = matchEntity(
            entity,
            rowsIn(everywhere)
              .filter(isVisible)
              .map(({ identity }) => identity),
          );
          const details = matched
            .flatMap(({ id }) => find(id, everywhere))
            .sort((a, b) => compareWorst(a.row, b.row))
            .map(({ row, answers }) => answers.detail(row, now));
          const planned = plannedDatabases(
            entity,
            details.map(({ body: { database, engineTitle } }) => ({
              engine: database.engine,
              title: engineTitle,
            })),
          );
          return {
            view: own,
            items: details,
            ambiguous,
            ...(planned.length && { planned }),
            searched: { ...searched, kubernetesClusters: clustersIn(context) },
            gaps: observatory.gaps(own),
          };
        },
      );
      sendDated<Omit<EntityDatabasesResponse, 'now' | 'validUntil'>>(
        response,
        now,
        { items: items.map(({ body }) => body), ...answer },
        { nextChanges: items.map(({ nextChangeAt }) => nextChangeAt), view },
      );
    },
  );
}

/** A caller may see the same database twice: with all others, and by itself. */
function rowsIn(sights: readonly Sight[]): readonly DatabaseRow[] {
  const rows = sights.flatMap(({ store }) => store.rows());
  return [...new Map(rows.map(row => [row.identity.id, row])).values()];
}

/** What is seen for its caller alone is judged when they ask. */
function find(id: string, [portal, ...sights]: readonly Sight[]) {
  const row = portal.store.row(id);
  if (row) {
    return [{ row, answers: portal.answers }];
  }
  return sights
    .filter(({ store }) => store.row(id))
    .map(({ store, answers }) => ({ row: store.refresh(id), answers }))
    .slice(0, 1);
}

function clustersIn({ observatory }: RouteContext): readonly string[] {
  const names = observatory.store
    .coverages()
    .map(({ kubernetesCluster }) => kubernetesCluster)
    .filter(name => placeOf(name).origin === 'kubernetes');
  return [...new Set(names)].sort();
}
