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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { serviceTitle } from './serviceTitle';
import { useLoaded } from './useLoaded';

/** More than anybody reads; a search brings the rest. */
const LIMIT = 50;
const PAUSE_MS = 250;
const fields = ['kind', 'metadata', 'relations', 'spec.owner'];

/** Components to choose from: the person's own, and others that match a search. */
export function useServices(term: string) {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);

  const mine = useLoaded(async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    const { items } = await catalog.queryEntities({
      filter: {
        kind: 'component',
        'relations.ownedBy': ownershipEntityRefs,
      },
      fields,
      limit: LIMIT,
    });
    return items;
  }, [catalog, identity]);

  const found = useLoaded(
    async signal => {
      await new Promise(resolve => setTimeout(resolve, term ? PAUSE_MS : 0));
      if (signal.aborted) {
        return [];
      }
      const { items } = await catalog.queryEntities({
        filter: { kind: 'component' },
        fullTextFilter: term
          ? { term, fields: ['metadata.name', 'metadata.title'] }
          : undefined,
        fields,
        limit: LIMIT,
      });
      return items;
    },
    [catalog, term],
  );

  const owned = mine.status === 'ready' ? mine.value : [];
  const others = found.status === 'ready' ? found.value : [];
  const refs = new Set(owned.map(ref));
  const failed = [mine, found].find(({ status }) => status === 'failed');
  return {
    owned: owned.filter(entity => matches(entity, term)),
    others: others.filter(entity => !refs.has(ref(entity))),
    ...(failed?.status === 'failed'
      ? { status: 'failed' as const, error: failed.error }
      : {
          status: [mine, found].some(({ status }) => status === 'loading')
            ? ('loading' as const)
            : ('ready' as const),
        }),
  };
}

function ref(entity: Entity): string {
  return stringifyEntityRef(entity);
}

function matches(entity: Entity, term: string): boolean {
  return serviceTitle(entity).toLowerCase().includes(term.toLowerCase());
}
