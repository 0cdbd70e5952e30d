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

import { describePullRequest } from '@basewell/plugin-databases-common/domain';
import { LocalPlan } from '../local/planLocally';

/**
 * The plan as data: `{files, violations, entries, conventions, pullRequests}`, in this shape
 * for good. Waived violations have a `waiver`; `entries` of secret stores are
 * what a person fills before the merge.
 */
export function planJson({ plan, requester }: LocalPlan): string {
  const touched = (['platform', 'app'] as const).filter(role =>
    plan.files.some(file => file.repository === role && file.change !== 'none'),
  );
  return `${JSON.stringify(
    {
      files: plan.files.map(({ repository, path, change, purpose }) => ({
        repository,
        path,
        change,
        purpose,
      })),
      violations: plan.findings,
      entries: plan.entries,
      conventions: plan.conventions,
      pullRequests: touched.map(repository => ({
        repository,
        branch: plan.branch,
        ...describePullRequest(plan, repository, { requester, reviewers: [] }),
        notes: plan.notes.filter(note => note.repository === repository),
      })),
    },
    undefined,
    2,
  )}\n`;
}
