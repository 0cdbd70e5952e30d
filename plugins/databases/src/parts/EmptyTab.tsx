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
import { ButtonLink, Card, CardBody, Flex, Text } from '@backstage/ui';
import {
  appKeyOf,
  EntityDatabasesResponse,
} from '@basewell/plugin-databases-common';
import { RiDatabase2Line } from '@remixicon/react';
import { useWords } from '../words';
import styles from './EmptyTab.module.css';

/** Says what was searched, so that nobody reads more into an empty page. */
export function EmptyTab(props: {
  readonly entity: Entity;
  readonly searched: EntityDatabasesResponse['searched'];
  readonly createUrl?: string;
  readonly gaps: EntityDatabasesResponse['gaps'];
  /** Whether all targets were asked for open requests. */
  readonly askedAll: boolean;
}) {
  const { entity, createUrl, askedAll, gaps, searched } = props;
  const { name, title = name } = entity.metadata;
  const { app = appKeyOf(entity), annotations } = searched;
  const t = useWords();
  const partly = !askedAll || gaps.length > 0;
  // One that did not show everything was not searched.
  const kubernetesClusters = searched.kubernetesClusters.filter(
    cluster =>
      !gaps.some(({ kubernetesCluster }) => kubernetesCluster === cluster),
  );
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="3" align="start">
          <Text as="h3" variant="body-large" weight="bold">
            {t('tab.empty', { name: title })}
          </Text>
          <p>
            {partly ? t('tab.emptyPartly') : t('tab.emptySearched', { app })}{' '}
            {kubernetesClusters.length
              ? t('tab.emptyClusters', {
                  clusters: kubernetesClusters.join(', '),
                })
              : t('tab.emptyNoClusters')}
          </p>
          <div>
            <p>{t('tab.connect')}</p>
            <ul className={styles.ways}>
              <li>
                {t('tab.connectLabel')} <code>basewell.dev/app: {app}</code>
              </li>
              <li>
                {t('tab.connectService')}{' '}
                <code>basewell.dev/service: {stringifyEntityRef(entity)}</code>
              </li>
              {annotations.map(annotation => (
                <li key={annotation}>
                  {t('tab.connectEntity')} <code>{annotation}</code>
                </li>
              ))}
            </ul>
          </div>
          {createUrl && (
            <ButtonLink
              href={createUrl}
              variant="primary"
              iconStart={<RiDatabase2Line aria-hidden />}
            >
              {t('tab.create')}
            </ButtonLink>
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}
