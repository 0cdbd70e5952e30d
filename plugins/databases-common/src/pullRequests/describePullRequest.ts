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

import { Plan, RepositoryRole } from '../model';
import { afterMerge } from './afterMerge';
import { changesIn } from './changesIn';
import { changingEnvironments } from './changingEnvironments';
import { codeSpan } from './codeSpan';
import { conventionsSection } from './conventionsSection';
import { escapeMarkdown } from './escapeMarkdown';
import { markdownTable } from './markdownTable';
import { orderSection } from './orderSection';
import { policySection } from './policySection';
import { PullRequestFacts, PullRequestText } from './PullRequestText';
import { pullRequestTitle } from './pullRequestTitle';
import { renderRequestBlock } from './requestBlock';
import { requestedDatabases } from './requestedDatabases';
import { resourceTable } from './resourceTable';
import { rollback } from './rollback';
import { secretsSection } from './secretsSection';

/**
 * Puts a plan into the words of one of its two pull requests. The app's is a
 * draft until the platform's is merged.
 *
 * @public
 */
export function describePullRequest(
  plan: Plan,
  role: RepositoryRole,
  facts: PullRequestFacts,
): PullRequestText {
  const { block } = facts;
  const environments = changingEnvironments(plan);
  const databases = plan.databases.filter(({ environment }) =>
    environments.includes(environment),
  );
  const sections = [
    ...introduction(plan, facts),
    ...(databases.length ? ['### Databases', resourceTable(databases)] : []),
    '### Files',
    fileTable(plan, role),
    ...secretsSection(plan, role),
    ...information(plan, role),
    ...conventionsSection(plan, role),
    ...orderSection(plan, role, facts.peer),
    ...policySection(plan),
    ...afterMerge({ ...plan, databases }, role),
    ...rollback({ ...plan, databases }, role),
    ...(block
      ? [
          renderRequestBlock({
            version: 1,
            app: plan.request.metadata.name,
            target: plan.target,
            requester: facts.requester,
            environments: plan.request.spec.environments.map(
              ({ name }) => name,
            ),
            ...requestedDatabases(plan, role, facts.peer),
            ...block,
          }),
        ]
      : []),
  ];
  return {
    title: pullRequestTitle(plan),
    body: `${sections.join('\n\n')}\n`,
    draft: role === 'app' && changesIn(plan, 'platform').length > 0,
  };
}

function introduction(
  { request, databases }: Plan,
  { requester, reviewers }: PullRequestFacts,
): readonly string[] {
  const { service, owner, reason } = request.spec;
  const product = databases[0]?.product ?? 'A database';
  return [
    `**${product} for ${codeSpan(request.metadata.name)}**, asked for by ${codeSpan(requester)}${
      service === undefined ? '' : ` for ${codeSpan(service)}`
    }${owner === undefined ? '' : `, owned by ${codeSpan(owner)}`}.`,
    ...(reason ? [`> ${escapeMarkdown(reason)}`] : []),
    ...(reviewers.length
      ? [`Reviewers by CODEOWNERS: ${reviewers.map(codeSpan).join(', ')}`]
      : []),
  ];
}

function fileTable(plan: Plan, role: RepositoryRole): string {
  const changes = changesIn(plan, role);
  return changes.length
    ? markdownTable(
        ['Change', 'File', 'Purpose'],
        changes.map(({ change, path, purpose }) => [
          change,
          codeSpan(path),
          escapeMarkdown(purpose),
        ]),
      )
    : 'All files are as this request wants them.';
}

function information(plan: Plan, role: RepositoryRole): readonly string[] {
  const notes = plan.notes.filter(
    ({ repository, kind }) => repository === role && kind === 'info',
  );
  return notes.length
    ? ['### Good to know', notes.map(({ text }) => `- ${text}`).join('\n')]
    : [];
}
