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

import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Alert, Badge, ButtonLink, Flex, Link, Text } from '@backstage/ui';
import { useWords } from '../state';
import { DatabaseOutput } from './DatabaseOutput';
import styles from './DatabaseResult.module.css';

/** What the template's task ended with: two pull requests, their order, and what to do next. */
export function DatabaseResult(props: { readonly output?: object }) {
  const output = props.output as DatabaseOutput | undefined;
  const t = useWords();
  if (!output?.pullRequests) {
    return null;
  }
  const { pullRequests, databases = [], service } = output;
  const waitsForPlatform = pullRequests.some(
    ({ repository, outcome }) =>
      repository === 'platform' && outcome !== 'merged',
  );
  const waitsForApp = pullRequests.some(
    ({ repository }) => repository === 'app',
  );
  return (
    <section className={styles.result} aria-labelledby="database-result">
      <Text as="h2" variant="title-x-small" weight="bold" id="database-result">
        {t(titleOf(pullRequests.length))}
      </Text>
      {pullRequests.length === 0 ? (
        <Alert status="info" icon title={t('result.nothingDescription')} />
      ) : (
        <>
          <Text as="h3" variant="body-large" weight="bold">
            {t('result.order')}
          </Text>
          <ol>
            {pullRequests.map(({ repository, url, title, draft, outcome }) => (
              <li key={url}>
                <Text as="p" color="secondary">
                  {t(`pull.repository.${repository}`)},{' '}
                  {t(`result.outcome.${outcome}`)}
                </Text>
                <Link href={url} target="_blank">
                  {title}
                </Link>{' '}
                <Badge>{t(draft ? 'result.draft' : 'result.ready')}</Badge>
              </li>
            ))}
          </ol>
          <Text as="h3" variant="body-large" weight="bold">
            {t('result.next')}
          </Text>
          <ol>
            {waitsForPlatform && <li>{t('result.nextPlatform')}</li>}
            <li>{t('result.nextWait')}</li>
            {waitsForApp && <li>{t('result.nextApp')}</li>}
            <li>{t('result.nextTab')}</li>
          </ol>
        </>
      )}
      {databases.length > 0 && (
        <>
          <Text as="h3" variant="body-large" weight="bold">
            {t('result.databases')}
          </Text>
          <dl>
            {databases.map(({ environment, database, host }) => (
              <div key={environment}>
                <dt>{environment}</dt>
                <dd>{t('result.host', { database, host })}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {service && <TabLink service={service} />}
    </section>
  );
}

function titleOf(count: number) {
  if (count === 0) {
    return 'result.nothing';
  }
  return count === 1 ? 'result.titleOne' : 'result.title';
}

function TabLink(props: { readonly service: string }) {
  const t = useWords();
  const entityRoute = useRouteRef(entityRouteRef);
  const { kind, namespace, name } = parseEntityRef(props.service);
  const page = entityRoute?.({
    kind: kind.toLocaleLowerCase('en-US'),
    namespace,
    name,
  });
  return page ? (
    <Flex>
      <ButtonLink href={`${page}/databases`} variant="primary">
        {t('result.toTab', { service: name })}
      </ButtonLink>
    </Flex>
  ) : null;
}
