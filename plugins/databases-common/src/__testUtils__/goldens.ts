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

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diffFile, secretShape } from '../diffs';
import { Plan, RepositoryRole } from '../model';
import { describeCommit, describePullRequest } from '../pullRequests';
import { findReviewers } from '../reviewers';
import { Tree, Trees } from './TreeSource';

/**
 * A plan as a reviewer sees it:
 *
 * ```
 * plan.json          branch, files with purpose, findings, notes, commits
 * platform.md app.md what the pull requests say
 * platform/ app/     new files; edited ones as diffs; secrets as shapes
 * ```
 */
export function renderPlan(plan: Plan, trees: Trees): Tree {
  const roles: readonly RepositoryRole[] = ['platform', 'app'];
  const reviewers = (role: RepositoryRole) =>
    findReviewers(
      { files: trees[role], folders: {} },
      plan.files
        .filter(
          ({ repository, change }) => repository === role && change !== 'none',
        )
        .map(({ path }) => path),
    );
  const texts = roles.map(role =>
    describePullRequest(plan, role, {
      requester: 'user:default/ada',
      reviewers: reviewers(role),
      peer: { url: 'https://git.example.test/the/other/pulls/1' },
      block: { requestDigest: '0'.repeat(64), files: {} },
    }),
  );
  const { request: _, databases, files, conventions, ...rest } = plan;
  const overview = {
    ...rest,
    conventions: conventions.map(
      ({ repository, what, value, from, evidence }) =>
        `${repository}: ${what}: ${value} (${evidence.join(', ') || from})`,
    ),
    databases: databases.map(({ environment, names }) => ({
      environment,
      names,
    })),
    files: files.map(({ repository, path, change, purpose }) => ({
      repository,
      path,
      change,
      purpose,
    })),
    pullRequests: texts.map(({ title, draft }, index) => ({
      title,
      draft,
      commit: describeCommit(plan, roles[index], {
        requester: 'user:default/ada',
      }).split('\n'),
    })),
  };
  return {
    'plan.json': `${JSON.stringify(overview, null, 2)}\n`,
    ...Object.fromEntries(
      roles.map((role, index) => [`${role}.md`, texts[index].body]),
    ),
    ...Object.fromEntries(
      files
        .filter(({ change }) => change !== 'none')
        .map(file => {
          const path = `${file.repository}/${file.path}`;
          if (file.kind === 'secret') {
            return [path, secretShape(file)];
          }
          return file.change === 'edit'
            ? [`${path}.diff`, diffFile(file)]
            : [path, file.content];
        }),
    ),
  };
}

/** In place of what is there. */
export function writeTree(folder: string, tree: Tree): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
