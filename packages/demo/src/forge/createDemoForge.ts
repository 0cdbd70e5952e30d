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

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { apiRouter } from '../api/apiRouter';
import { pagesRouter } from '../pages/pagesRouter';
import { DemoMerge } from './DemoPulls';
import { DemoRepository } from './DemoRepository';
import { DemoUser } from './DemoUser';
import { seedRepository } from './seedRepository';

/** @public */
export interface DemoForgeOptions {
  /** Where the repositories are kept; made when it is not there. */
  readonly directory: string;
  /** Where people and machines reach the router. */
  readonly baseUrl: string;
  /** Those that are not there yet are made from their folders. */
  readonly repositories: readonly DemoRepositorySeed[];
  readonly users: readonly DemoUser[];
}

/** @public */
export interface DemoRepositorySeed {
  readonly owner: string;
  readonly name: string;
  /** Its files become the first commit; empty when left out. */
  readonly folder?: string;
  /** Files beside those of the folder, which are for the demo only. */
  readonly extraFolder?: string;
}

/**
 * A git forge for the demo: the API is Gitea's as far as Basewell uses it, the
 * repositories are real, and people merge on its pages.
 *
 * @public
 */
export interface DemoForge {
  readonly router: Router;
  /** @throws NotFoundError when there is no such repository */
  repository(owner: string, name: string): DemoRepository;
  createRepository(seed: DemoRepositorySeed): Promise<DemoRepository>;
  /** Forgets all that was done since the seeds. */
  reset(): Promise<void>;
  onMerged(listener: (merge: DemoForgeMerge) => void): void;
}

/** @public */
export interface DemoForgeMerge extends DemoMerge {
  readonly owner: string;
  readonly name: string;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** @public */
export async function createDemoForge(
  options: DemoForgeOptions,
): Promise<DemoForge> {
  const { directory, baseUrl, users } = options;
  const repositories = new Map<string, DemoRepository>();
  const listeners = new Set<(merge: DemoForgeMerge) => void>();

  async function open(seed: DemoRepositorySeed): Promise<DemoRepository> {
    const { owner, name, folder, extraFolder } = seed;
    if (![owner, name].every(part => NAME.test(part))) {
      throw new InputError(`${owner}/${name} is no name of a repository`);
    }
    await mkdir(join(directory, owner), { recursive: true });
    const path = join(directory, owner, name);
    const repository = new DemoRepository(path, owner, name);
    if (!(await repository.git.exists())) {
      await repository.git.create(repository.defaultBranch);
    }
    if (folder && !(await repository.head(repository.defaultBranch))) {
      await seedRepository(repository, [folder, extraFolder ?? []].flat());
    }
    repository.pulls.onMerged(merge =>
      listeners.forEach(listener => listener({ owner, name, ...merge })),
    );
    repositories.set(`${owner}/${name}`, repository);
    return repository;
  }

  async function openAll() {
    for (const seed of options.repositories) {
      await open(seed);
    }
  }

  await openAll();
  const router = PromiseRouter();
  const find = (owner: string, name: string) =>
    repositories.get(`${owner}/${name}`);
  const list = () => [...repositories.values()];
  router.use('/api/v1', apiRouter({ baseUrl, users, find }));
  router.use('/', pagesRouter({ baseUrl, find, list }));

  return {
    router,
    repository(owner, name) {
      const repository = find(owner, name);
      if (!repository) {
        throw new NotFoundError(`There is no repository ${owner}/${name}`);
      }
      return repository;
    },
    createRepository: open,
    async reset() {
      repositories.clear();
      await rm(directory, { recursive: true, force: true });
      await openAll();
    },
    onMerged: listener => {
      listeners.add(listener);
    },
  };
}
