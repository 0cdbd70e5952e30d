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

import { createHash } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import {
  DatabaseRequest,
  RepositoryRole,
  Target,
} from '@basewell/plugin-databases-common';
import {
  canonicalPlan,
  canonicalRequest,
  createDatabase,
  FactSource,
  findReviewers,
  gatherFacts,
  Registries,
} from '@basewell/plugin-databases-common/domain';
import { ForgeRepository } from '../forges';
import { CommitReader } from './CommitReader';
import { PlannedChange } from './DatabasePlanner';
import { LayoutDecisions } from './LayoutDecisions';
import { readCertificate } from './readCertificate';
import { SopsRuleReader } from './SopsRuleReader';

/** @public */
export interface PlanChangeOptions {
  readonly request: DatabaseRequest;
  readonly target: Target;
  /** Layouts that were decided before. Left out: nothing is remembered. */
  readonly decisions?: LayoutDecisions;
  readonly registries: Registries;
  readonly repositories: { readonly [role in RepositoryRole]: ForgeRepository };
  /** Entity reference of the person who asks. */
  readonly requester: string;
  /** `YYYY-MM-DD`; waivers are measured by it. */
  readonly today: string;
  /** Whether a configured sops binary serves recipients that we cannot. */
  readonly anyRecipient: boolean;
}

/**
 * Reads what a request needs to know from both repositories, at the heads of
 * their base branches, and decides.
 *
 * @throws NotFoundError when a base branch does not exist
 * @throws InputError when the target names no layout and the files show none clearly
 * @throws the forge's errors
 * @public
 */
export async function planChange(
  options: PlanChangeOptions,
): Promise<PlannedChange> {
  const { request, registries, repositories, requester } = options;
  const { decisions = new LayoutDecisions(registries.layouts) } = options;
  const [platform, app] = await Promise.all([
    openBase(repositories.platform),
    openBase(repositories.app),
  ]);
  const readers = { platform: platform.reader, app: app.reader };
  const target = await decisions.decide(options.target, readers);
  const sops = new SopsRuleReader(
    paths => readers.platform.readFiles(paths),
    options.anyRecipient,
  );
  const source: FactSource = {
    readFiles: (role, paths) => readers[role].readFiles(paths),
    listFolders: (role, folders) => readers[role].listFolders(folders),
    readEncryption: paths => sops.readEncryption(paths),
    readCertificates: async certificates =>
      new Map(certificates.map(pem => [pem, readCertificate(pem)])),
  };

  const { value: plan, context } = await gatherFacts(
    facts => createDatabase(request, facts, registries),
    { target, requester, today: options.today },
    source,
  );
  const reviewers = (role: RepositoryRole) =>
    findReviewers(
      context[role],
      plan.files
        .filter(file => file.repository === role && file.change !== 'none')
        .map(file => file.path),
    );
  return {
    plan,
    digest: sha256(canonicalPlan(plan)),
    requestDigest: sha256(canonicalRequest(request)),
    target,
    requester,
    repositories: {
      platform: {
        repository: repositories.platform,
        base: platform.base,
        reviewers: reviewers('platform'),
      },
      app: {
        repository: repositories.app,
        base: app.base,
        reviewers: reviewers('app'),
      },
    },
    sopsRules: sops.rules,
  };
}

async function openBase(repository: ForgeRepository) {
  const { host, owner, repo, branch } = repository.ref;
  const base = await repository.findBranch(branch, { toList: true });
  if (!base) {
    throw new NotFoundError(
      `${host}/${owner}/${repo} has no branch "${branch}"; correct the target's branch in databases.targets, or push a first commit`,
    );
  }
  return { base, reader: new CommitReader(repository, base.commit) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
