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

type PullRequest = NonNullable<DatabaseOutput['pullRequests']>[number];

/** What the template's task ended with: two pull requests, their order, and what to do next. */
export function DatabaseResult(props: { readonly output?: object }) {
  const output = props.output as DatabaseOutput | undefined;
  const t = useWords();
  if (!output?.pullRequests) {
    return null;
  }
  const { pullRequests, databases = [], service } = output;
  const waitsFor = (role: PullRequest['repository']) =>
    pullRequests.some(
      ({ repository, outcome }) => repository === role && outcome !== 'merged',
    );
  return (
    <section className={styles.result} aria-labelledby="database-result">
      <Text as="h2" variant="title-x-small" weight="bold" id="database-result">
        {t(titleOf(pullRequests))}
      </Text>
      {pullRequests.length === 0 ? (
        <Alert status="info" icon title={t('result.nothingDescription')} />
      ) : (
        <>
          <Text as="h3" variant="body-large" weight="bold">
            {t('result.order')}
          </Text>
          <ol>
            {pullRequests.map(pull => (
              <li key={pull.url}>
                <Text as="p" color="secondary">
                  {t(`pull.repository.${pull.repository}`)},{' '}
                  {t(`result.outcome.${pull.outcome}`)}
                </Text>
                <Link href={pull.url} target="_blank">
                  {pull.title}
                </Link>{' '}
                <Badge>{t(badgeOf(pull))}</Badge>
              </li>
            ))}
          </ol>
          <Text as="h3" variant="body-large" weight="bold">
            {t('result.next')}
          </Text>
          <ol>
            {waitsFor('platform') && <li>{t('result.nextPlatform')}</li>}
            <li>{t('result.nextWait')}</li>
            {waitsFor('app') && <li>{t('result.nextApp')}</li>}
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

function titleOf(pullRequests: readonly PullRequest[]) {
  const open = pullRequests.filter(({ outcome }) => outcome !== 'merged');
  if (pullRequests.length === 0) {
    return 'result.nothing';
  }
  if (open.length === 0) {
    return 'result.titleMerged';
  }
  if (open.length < pullRequests.length) {
    return 'result.titlePartlyMerged';
  }
  return open.length === 1 ? 'result.titleOne' : 'result.title';
}

function badgeOf({ outcome, draft }: PullRequest) {
  if (outcome === 'merged') {
    return 'result.merged';
  }
  return draft ? 'result.draft' : 'result.ready';
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
