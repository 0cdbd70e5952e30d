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
  PlanPreview,
  PreviewFile,
  PreviewPullRequest,
  RepositoryRole,
} from '@basewell/plugin-databases-common';
import {
  describePullRequest,
  diffFile,
} from '@basewell/plugin-databases-common/domain';
import { PlannedChange } from '../planning';
import { readStandings } from './readStandings';
import { changedFiles, isOurs, readRequestBranch } from './RequestBranch';

/**
 * Shows a planned change as both pull requests would show it, with what stands
 * on the forges already. It writes nothing.
 *
 * @throws the forge's errors
 * @public
 */
export async function previewChange(
  planned: PlannedChange,
): Promise<PlanPreview> {
  const { plan, digest } = planned;
  const [standings, ...previews] = await Promise.all([
    readStandings(planned),
    previewPullRequest(planned, 'platform'),
    previewPullRequest(planned, 'app'),
  ]);
  const pullRequests = previews.flatMap(pull => pull ?? []);
  const foreign = pullRequests.filter(
    ({ existing }) => existing?.state === 'open' && !existing.ours,
  );
  return {
    digest,
    target: plan.target,
    branch: plan.branch,
    databases: plan.databases,
    files: plan.files.map((file): PreviewFile => {
      const { repository, path, change, purpose, environment } = file;
      return {
        repository,
        path,
        change,
        purpose,
        environment,
        diff: diffFile(file),
        ...(file.kind === 'secret' && {
          secret: file.secret,
          encryption: file.encryption,
        }),
      };
    }),
    pullRequests,
    findings: plan.findings,
    conventions: plan.conventions,
    notes: [
      ...plan.notes,
      ...standings.flatMap(({ repository, notes = [] }) =>
        notes.map(text => ({ repository, kind: 'info' as const, text })),
      ),
    ],
    entries: plan.entries,
    blockers: [
      ...plan.findings
        .filter(({ severity, waiver }) => severity === 'error' && !waiver)
        .map(({ summary }) => summary),
      ...standings.flatMap(({ obstacles }) => obstacles),
      ...foreign.map(
        ({ existing }) =>
          `${existing!.requester ?? 'Somebody else'} has an open request in ${existing!.url}`,
      ),
    ],
  };
}

async function previewPullRequest(
  planned: PlannedChange,
  role: RepositoryRole,
): Promise<PreviewPullRequest | undefined> {
  const branch = await readRequestBranch(planned, role);
  if (!branch.open && !changedFiles(planned, role).length) {
    return undefined;
  }
  const { reviewers, repository } = planned.repositories[role];
  const approvals = (await repository.approvals?.()) ?? [];
  const { title, body, draft } = describePullRequest(planned.plan, role, {
    requester: planned.requester,
    reviewers,
    block: { requestDigest: planned.requestDigest, files: {} },
  });
  const { open, block } = branch;
  return {
    repository: role,
    title,
    body,
    draft,
    reviewers,
    ...(approvals.length > 0 && { approvals }),
    ...(open && {
      existing: {
        number: open.number,
        url: open.url,
        state: open.state,
        requester: block?.requester,
        ours: isOurs(planned, block),
      },
    }),
  };
}
