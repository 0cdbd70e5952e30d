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
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Badge,
  Card,
  CardBody,
  CardHeader,
  Flex,
  Link,
  Text,
} from '@backstage/ui';
import {
  PreviewFile,
  PreviewPullRequest,
} from '@basewell/plugin-databases-common';
import { RiDraftLine, RiGitPullRequestLine } from '@remixicon/react';
import { useWords } from '../state';
import { FilePreview } from './FilePreview';
import styles from './PullRequestPreview.module.css';

/** One pull request as it will stand. */
export function PullRequestPreview(props: {
  /** Place in the order of merging, from 1. */
  readonly number: number;
  readonly pull: PreviewPullRequest;
  readonly files: readonly PreviewFile[];
}) {
  const { number, pull, files } = props;
  const { repository, draft, existing, reviewers, approvals = [] } = pull;
  const t = useWords();
  const changed = files.filter(({ change }) => change !== 'none');
  const unchanged = files.length - changed.length;
  return (
    <Card>
      <CardHeader>
        <Flex direction="column" gap="1">
          <Text as="h4" variant="body-medium" color="secondary">
            {t('pull.title', {
              number: `${number}`,
              repository: t(`pull.repository.${repository}`),
            })}
          </Text>
          <Text as="p" variant="body-large" weight="bold">
            {pull.title}
          </Text>
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="3">
          <div>
            <Badge
              icon={
                draft ? (
                  <RiDraftLine aria-hidden size={14} />
                ) : (
                  <RiGitPullRequestLine aria-hidden size={14} />
                )
              }
            >
              {t(draft ? 'pull.draft' : 'pull.ready')}
            </Badge>
          </div>
          {existing && (
            <Alert
              status={existing.ours ? 'info' : 'danger'}
              icon
              title={
                <Link href={existing.url} target="_blank">
                  {existing.ours
                    ? t('pull.updates', { number: `${existing.number}` })
                    : t('pull.inTheWay', {
                        number: `${existing.number}`,
                        requester: existing.requester ?? t('pull.somebody'),
                      })}
                </Link>
              }
            />
          )}
          <Text as="p">
            {reviewers.length
              ? t('pull.reviewers', { reviewers: reviewers.join(', ') })
              : t('pull.noReviewers')}
          </Text>
          {approvals.map(({ rule, required, approvers }) => (
            <Text as="p" key={rule}>
              {approvers.length
                ? t('pull.approval', {
                    ...{ rule, required: `${required}` },
                    approvers: approvers.join(', '),
                  })
                : t('pull.approvalOfAnybody', {
                    ...{ rule, required: `${required}` },
                  })}
            </Text>
          ))}
          <Text as="p" weight="bold">
            {t('pull.files', { count: changed.length })}
            {unchanged > 0 && `, ${t('pull.unchanged', { count: unchanged })}`}
          </Text>
          {changed.map(file => (
            <FilePreview key={file.path} file={file} />
          ))}
          <Accordion>
            <AccordionTrigger title={t('pull.body')} />
            <AccordionPanel>
              <pre className={styles.body}>{pull.body}</pre>
            </AccordionPanel>
          </Accordion>
        </Flex>
      </CardBody>
    </Card>
  );
}
