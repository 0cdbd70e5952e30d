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

import { useApi } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { Alert, Link } from '@backstage/ui';
import { databaseFormApiRef } from '../api';
import { useLoaded, useWords } from '../state';
import { Failure } from './Failure';

/** Says at once that somebody asked for this service already. */
export function OpenRequests(props: { readonly service: string }) {
  const { service } = props;
  const t = useWords();
  const { client } = useApi(databaseFormApiRef);
  const requests = useLoaded(
    signal => client.getRequests(parseEntityRef(service), { signal }),
    [client, service],
  );
  if (requests.status === 'loading') {
    return null;
  }
  if (requests.status === 'failed') {
    return <Failure title={t('service.requestsFailed')} {...requests} />;
  }
  const { items, problems } = requests.value;
  return (
    <div role="status">
      {items.map(request => (
        <Alert
          key={request.target + request.environments.join()}
          status="warning"
          icon
          title={t('service.openRequest')}
          description={
            <>
              {t('service.openRequestBy', {
                requester: request.requester,
                environments: request.environments.join(', '),
                summary: request.summary,
              })}{' '}
              {request.pullRequests.map(({ url, title }) => (
                <div key={url}>
                  <Link href={url} target="_blank">
                    {title}
                  </Link>
                </div>
              ))}
            </>
          }
        />
      ))}
      {problems.map(problem => (
        <Alert
          key={problem.target}
          status="warning"
          icon
          title={t('service.notAsked', problem)}
        />
      ))}
    </div>
  );
}
