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

import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { DatabaseDetail } from '@basewell/plugin-databases-common';
import { databaseRouteRef } from '../routes';
import { useWords } from '../words';
import { EntityLink } from './EntityLink';
import { Facts } from './Facts';
import { RelativeTime } from './RelativeTime';

/** Who it is and whose. */
export function DatabaseFacts(props: { readonly item: DatabaseDetail }) {
  const { database, owners } = props.item;
  const { createdAt, instance, name, services } = database;
  const t = useWords();
  const page = useRouteRef(databaseRouteRef);
  const url = instance && page?.({ id: instance });
  return (
    <Facts
      facts={[
        {
          name: t('database.owner'),
          value: owners.length
            ? owners.map(({ ref, entity }, index) => (
                <span key={ref}>
                  {index > 0 && ', '}
                  <EntityLink entityRef={ref} />
                  {entity && (
                    <>
                      {` (${t('database.ownerOf')} `}
                      <EntityLink entityRef={entity} />)
                    </>
                  )}
                </span>
              ))
            : undefined,
        },
        {
          name: t('database.services'),
          value: services.length
            ? services.map((service, index) => (
                <span key={service}>
                  {index > 0 && ', '}
                  <EntityLink entityRef={service} />
                </span>
              ))
            : undefined,
        },
        {
          name: t('database.created'),
          value: createdAt && <RelativeTime instant={createdAt} />,
        },
        {
          name: t('database.instance'),
          value: instance && (url ? <Link href={url}>{name}</Link> : name),
        },
        { name: t('database.cluster'), value: database.kubernetesCluster },
        { name: t('database.namespace'), value: database.namespace },
      ]}
    />
  );
}
