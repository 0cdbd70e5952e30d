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

/**
 * A changeset, as `yarn changeset` writes it:
 *
 *     ---
 *     '@basewell/sops': minor
 *     ---
 *
 *     What changed, for those who use the package.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { trackedFiles } from './trackedFiles.mjs';
import { workspacePackages } from './workspacePackages.mjs';

const CHANGESET = /^---\n([\s\S]*?)---\n([\s\S]*)$/;
const RELEASE = /^(['"])(\S+)\1: (major|minor|patch)$/;

/** Whether each changeset can become a release, and says what changed. */
export async function checkChangesets() {
  const published = workspacePackages()
    .filter(({ manifest }) => !manifest.private)
    .map(({ manifest }) => manifest.name);
  return trackedFiles()
    .filter(path => /^\.changeset\/(?!README).*\.md$/.test(path))
    .flatMap(path =>
      problems(readFileSync(join(repositoryRoot, path), 'utf8'), published).map(
        problem => `${path}: ${problem}`,
      ),
    );
}

function problems(text, published) {
  const [, releases, summary] = CHANGESET.exec(text) ?? [];
  if (releases === undefined) {
    return ['begin it with the packages between two lines "---"'];
  }
  const lines = releases.split('\n').filter(line => line.trim());
  return [
    ...lines.flatMap(line => {
      const name = RELEASE.exec(line)?.[2];
      if (!name) {
        return [`"${line}" is not "'package': major, minor or patch"`];
      }
      return published.includes(name)
        ? []
        : [`${name} is not a published package of this repository`];
    }),
    ...(summary.trim() ? [] : ['say what changed']),
  ];
}
