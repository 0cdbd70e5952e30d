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
  ConflictError,
  ForwardedError,
  isError,
  NotAllowedError,
} from '@backstage/errors';
import { RepositoryRole } from '@basewell/plugin-databases-common';
import { ForgePullRequest } from '../forges';
import { PlannedChange } from '../planning';
import { keepSecrets } from './keepSecrets';
import { pauseAfterAttempt } from './pauseAfterAttempt';
import { publishRepository, Publication } from './publishRepository';
import { readStandings } from './readStandings';
import { readRequestBranch, refuseForeign } from './RequestBranch';
import { UnsettledWriteError } from './UnsettledWriteError';

/** @public */
export interface PublishOptions {
  /** Plans; called again when somebody was faster, or the host failed in the middle. */
  readonly plan: () => Promise<PlannedChange>;
  /** Digest of the preview that the person agreed to. */
  readonly previewDigest?: string;
  /** Seals what is missing; `existing` are the secrets on the request's branch. */
  readonly seal: (
    planned: PlannedChange,
    existing: ReadonlySet<string>,
  ) => Promise<ReadonlyMap<string, string>>;
  /** Id of the task, for the commit message. */
  readonly task?: string;
  /** Told about each pull request as soon as it stands, so that a later failure does not hide it. */
  readonly onPullRequest?: (published: PublishedPullRequest) => void;
  /** Waits after an attempt (from 1) before the next one; seconds, at random, when left out. */
  readonly pause?: (attempt: number) => Promise<void>;
}

/** @public */
export interface PublishedPullRequest {
  readonly repository: RepositoryRole;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'merged';
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly draft: boolean;
  /** Labels and reviews that were asked for and failed, as sentences. */
  readonly undone?: readonly string[];
}

/** @public */
export interface PublishedChange {
  readonly digest: string;
  /** In the order of merging. A repository without changes and without a pull request is left out. */
  readonly pullRequests: readonly PublishedPullRequest[];
  /** Files that a reviewer changed on the branch; they were left as they are. */
  readonly kept: readonly string[];
}

/** Repositories that are written to all the time settle within a few. */
const MOST_ATTEMPTS = 6;

/**
 * Publishes a plan as two linked pull requests, platform first. It looks at what
 * stands on the forges and does only what is missing, so it can be run again
 * after anything: success, a crash between any two requests, a base that moved,
 * another task that does the same.
 *
 * @throws ConflictError when the plan is not the one that was previewed, when
 *   the branch belongs to somebody else's request, or when a reviewer's change
 *   contradicts it
 * @throws NotAllowedError when one of the hosts says beforehand that it cannot be
 *   written to
 * @public
 */
export async function publishPlan(
  options: PublishOptions,
): Promise<PublishedChange> {
  const { pause = pauseAfterAttempt } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      const planned = await options.plan();
      refuseOtherPlan(planned, options.previewDigest);
      return await publishOnce(planned, options);
    } catch (error) {
      if (!(error instanceof UnsettledWriteError)) {
        throw error;
      }
      if (attempt === MOST_ATTEMPTS) {
        throw giveUp(error);
      }
      await pause(attempt);
    }
  }
}

function giveUp({ cause }: UnsettledWriteError): Error {
  return cause.name === 'ConflictError'
    ? new ConflictError(
        `The repository kept changing while the pull request was made, ${MOST_ATTEMPTS} times in a row; run again in a minute. ${cause.message}`,
      )
    : cause;
}

async function publishOnce(
  planned: PlannedChange,
  options: PublishOptions,
): Promise<PublishedChange> {
  // Both are looked at before either is written, so that a conflict in the
  // second repository leaves the first one alone.
  const [platformBranch, appBranch] = await Promise.all([
    readRequestBranch(planned, 'platform'),
    readRequestBranch(planned, 'app'),
  ]);
  refuseForeign(planned, platformBranch);
  refuseForeign(planned, appBranch);
  await refuseForbidden(planned, options.task);
  const existing = await keepSecrets(planned, platformBranch);
  const sealed = await options.seal(planned, existing);
  const publish = (
    repository: RepositoryRole,
    links: { readonly peer?: ForgePullRequest },
  ) =>
    publishRepository(planned, repository, {
      branch: repository === 'platform' ? platformBranch : appBranch,
      sealed,
      task: options.task,
      ...links,
    });

  const platform = await publish('platform', {
    peer: appBranch.open ?? appBranch.last,
  });
  report(platform, options);
  const app = await publish('app', { peer: platform.pullRequest }).catch(
    async error => {
      if (!appBranch.open && !(error instanceof UnsettledWriteError)) {
        // Who reads it there knows nothing of this run, whose error counts.
        await platform.link('missing').catch(() => {});
      }
      throw withPlatform(error, platform.pullRequest);
    },
  );
  report(app, options);
  if (app.outcome === 'created') {
    await platform.link(app.pullRequest!).catch(error => {
      throw withPlatform(error, platform.pullRequest);
    });
  }

  return {
    digest: planned.digest,
    pullRequests: [platform, app].flatMap(side => toPublished(side) ?? []),
    kept: [...platform.kept, ...app.kept],
  };
}

async function refuseForbidden(planned: PlannedChange, task?: string) {
  const standings = await readStandings(planned, task);
  const obstacles = standings.flatMap(standing => standing.obstacles);
  if (obstacles.length) {
    throw new NotAllowedError(
      `Nothing was written. ${obstacles.join(' ')} Run again when this is mended`,
    );
  }
}

function refuseOtherPlan(planned: PlannedChange, previewDigest?: string) {
  if (previewDigest && previewDigest !== planned.digest) {
    throw new ConflictError(
      'The repositories changed since your preview; review it again',
    );
  }
}

function withPlatform(
  error: unknown,
  pull: ForgePullRequest | undefined,
): unknown {
  if (!pull || !isError(error)) {
    return error;
  }
  if (error instanceof UnsettledWriteError) {
    return new UnsettledWriteError(aboutPlatform(error.cause, pull));
  }
  return aboutPlatform(error, pull);
}

function aboutPlatform(error: Error, pull: ForgePullRequest): Error {
  return new ForwardedError(
    `The platform pull request ${pull.url} stands, the app pull request does not. Run again when this is mended: it keeps the first and makes the second`,
    error,
  );
}

function report(side: Publication, options: PublishOptions) {
  const published = toPublished(side);
  if (published) {
    options.onPullRequest?.(published);
  }
}

function toPublished(side: Publication): PublishedPullRequest | undefined {
  if (!side.pullRequest || side.outcome === 'nothing') {
    return undefined;
  }
  const { number, url, title, draft, undone } = side.pullRequest;
  return {
    repository: side.repository,
    outcome: side.outcome,
    number,
    url,
    title,
    draft,
    ...(undone && { undone }),
  };
}
