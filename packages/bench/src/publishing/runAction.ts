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

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PlainChange } from './PublishingHost';

/** As much of a template action as it takes to run one. */
export interface RunnableAction {
  readonly id: string;
  readonly handler: (context: any) => Promise<unknown>;
}

const silent = { info() {}, warn() {}, error() {}, debug() {} };

/** Runs an action that publishes a workspace, with these files in it. */
export async function runAction(
  { handler }: RunnableAction,
  repoUrl: string,
  { branch, files }: PlainChange,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'basewell-bench-'));
  const workspacePath = join(folder, 'workspace');
  const temporary = join(folder, 'temporary-');
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(workspacePath, path)), { recursive: true });
      await writeFile(join(workspacePath, path), content);
    }
    await handler({
      input: {
        repoUrl,
        // Each names them in its own way.
        ...{ branchName: branch, sourceBranch: branch },
        ...{ targetBranchName: 'main', targetBranch: 'main' },
        title: branch,
        description: branch,
      },
      workspacePath,
      createTemporaryDirectory: () => mkdtemp(temporary),
      logger: silent,
      checkpoint: ({ fn }: { fn: () => Promise<unknown> }) => fn(),
      output() {},
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
