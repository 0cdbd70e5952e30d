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

import { RepositoryRef } from '@basewell/plugin-databases-common';
import {
  ForgeCommitRequest,
  ForgeFileDeletion,
  ForgeFileWrite,
  ForgeRepository,
} from '@basewell/plugin-databases-node';
import { ForgeConformanceHost } from './ForgeConformanceHost';
import { ForgeScene, openScene } from './ForgeScene';

export const files = {
  'README.md': 'hello\n',
  'apps/shop.yaml': '# Магазин\r\na: 1\r\nb: 2',
  'apps/tool.sh': '#!/bin/sh\n',
};
export const edit: ForgeFileWrite = {
  path: 'apps/shop.yaml',
  previous: files['apps/shop.yaml'],
  content: '# Магазин\r\na: 1\r\nb: 3',
};
export const addition: ForgeFileWrite = {
  path: 'new file.yaml',
  content: 'a: 1\n',
};
export const deletion: ForgeFileDeletion = {
  path: 'README.md',
  delete: true,
  previous: files['README.md'],
};
export const message = `feat(db): shop PostgreSQL for dev, prod

Orders move out of the monolith: "fast" & <safe>.

Requested-by: user:default/anna`;

/** A repository to commit to; each test has branches of its own. */
export interface CommitScene {
  readonly scene: ForgeScene;
  /** The first commit. */
  readonly seed: string;
  /** Ends the names of the branches of this test. */
  readonly test: number;
  readonly ref: RepositoryRef;
  readonly repository: ForgeRepository;
  /** One that is in order. */
  readonly request: ForgeCommitRequest;
}

/** Prepares the tests of the `describe` that calls it. */
export function useCommitScene(
  given: () => ForgeConformanceHost,
): () => CommitScene {
  let scene: ForgeScene;
  let seed: string;
  let test = 0;
  let current: CommitScene;

  beforeAll(async () => {
    scene = await openScene(given(), {
      files,
      executables: ['apps/tool.sh'],
    });
    seed = (await scene.base()).commit;
  });
  afterAll(() => scene?.copy.remove());

  beforeEach(async () => {
    test++;
    const ref = { ...scene.ref, branch: `base-${test}` };
    await scene.copy.git('push', 'origin', `${seed}:refs/heads/${ref.branch}`);
    current = {
      scene,
      seed,
      test,
      ref,
      repository: given().forge().open(ref),
      request: {
        branch: `databases/shop-${test}/create`,
        create: true,
        onto: seed,
        message,
        changes: [edit, addition],
      },
    };
  });

  return () => current;
}
