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
  Badge,
  Card,
  CardBody,
  CardHeader,
  Flex,
  Link,
  Text,
} from '@backstage/ui';
import { DatabaseRequestStatus } from '@basewell/plugin-databases-common';
import {
  RiCloseCircleLine,
  RiDraftLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../words';
import styles from './RequestCard.module.css';
import { RequestProgress } from './RequestProgress';

const icons = {
  open: RiGitPullRequestLine,
  draft: RiDraftLine,
  merged: RiGitMergeLine,
  closed: RiCloseCircleLine,
};

/** One open request: whose turn it is, what it waits for, and both pull requests in the order of merging. */
export function RequestCard(props: {
  readonly request: DatabaseRequestStatus;
  /** What the reader can do with it. */
  readonly action?: ReactNode;
}) {
  const { app, environments, order, pullRequests } = props.request;
  const { requester, summary, target } = props.request;
  const t = useWords();
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="body-large" weight="bold">
          {t('request.title', { app, environments: environments.join(', ') })}
        </Text>
        <Text as="p" color="secondary">
          {t('request.by', { requester, target })}
        </Text>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="3">
          <div>
            <Text as="h4" variant="body-medium" weight="bold">
              {t('request.turn')}
            </Text>
            {order ? (
              <RequestProgress order={order} />
            ) : (
              <Text as="p">{summary}</Text>
            )}
          </div>
          <ol className={styles.pulls} aria-label={t('request.pulls')}>
            {pullRequests.map(pull => {
              const { repository, number, url, title, draft } = pull;
              const state =
                pull.state === 'open' && draft ? 'draft' : pull.state;
              const Icon = icons[state];
              return (
                <li key={url}>
                  <Text as="p" color="secondary">
                    {t(`request.repository.${repository}`)}
                  </Text>
                  <span className={styles.pull}>
                    <Link href={url} target="_blank">
                      #{number} {title}
                    </Link>
                    <Badge icon={<Icon aria-hidden size={14} />}>
                      {t(`request.state.${state}`)}
                    </Badge>
                  </span>
                </li>
              );
            })}
          </ol>
          {props.action && <div>{props.action}</div>}
        </Flex>
      </CardBody>
    </Card>
  );
}
