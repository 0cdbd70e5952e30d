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

import { Alert, Flex, Text } from '@backstage/ui';
import { PlanPreview } from '@basewell/plugin-databases-common';
import { useWords } from '../state';
import { ConventionList } from './ConventionList';
import { FindingList } from './FindingList';
import { PullRequestPreview } from './PullRequestPreview';
import { StoreEntries } from './StoreEntries';

/** What will happen: policy results first, then both pull requests in the order of merging. */
export function PlanView(props: { readonly preview: PlanPreview }) {
  const { databases, entries, findings, files, notes, pullRequests } =
    props.preview;
  const { conventions } = props.preview;
  const t = useWords();
  const sources = new Set(
    databases.map(({ credentialSource }) => credentialSource),
  );
  return (
    <Flex direction="column" gap="4">
      <Text as="h4" variant="body-large" weight="bold">
        {t('review.policy')}
      </Text>
      <FindingList findings={findings} />
      {[...sources].map(
        source =>
          source !== 'sops' && (
            <Alert
              key={source}
              status="info"
              icon
              title={t(`entries.source.${source}`)}
            />
          ),
      )}
      <StoreEntries entries={entries} />
      {notes.map(({ repository, kind, text, path }) => (
        <Alert
          key={repository + text}
          status={kind === 'todo' ? 'warning' : 'info'}
          icon
          title={t(kind === 'todo' ? 'review.todo' : 'review.note', {
            repository,
          })}
          description={path ? `${text} (${path})` : text}
        />
      ))}
      <ConventionList conventions={conventions} />
      {pullRequests.length === 0 && (
        <Alert status="info" icon title={t('review.nothing')} />
      )}
      {pullRequests.map((pull, index) => (
        <PullRequestPreview
          key={pull.repository}
          number={index + 1}
          pull={pull}
          files={files.filter(
            ({ repository }) => repository === pull.repository,
          )}
        />
      ))}
    </Flex>
  );
}
