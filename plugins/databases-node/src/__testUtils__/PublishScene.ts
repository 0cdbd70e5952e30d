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

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RepositoryRole, Target } from '@basewell/plugin-databases-common';
import {
  defaultRegistries,
  parseDatabaseRequest,
  parseTarget,
} from '@basewell/plugin-databases-common/domain';
import { decrypt } from '@basewell/sops';
import { ForgeWorkingCopy, readFolder } from '@basewell/testkit';
import { parse } from 'yaml';
import {
  encryptWithSops,
  publishPlan,
  PublishedChange,
  sealPlan,
} from '../changes';
import { ForgePullRequest, ForgeRepository } from '../forges';
import { planChange } from '../planning';
import { HouseFiles, PublishHouse } from './PublishHouse';
import { startGiteaHouse } from './startGiteaHouse';

const canon = resolve(__dirname, '../../../../examples/canon');
export const roles = ['platform', 'app'] as const;

/** Where a request for a new database stands. */
export const branchOf = (app: string) => `databases/${app}/create`;

const MERGEABLE_WITHIN_MS = 90_000;

/** The connection of a run to the forge breaks for good: as if its process died. */
export interface Crash {
  /** Number of the request, from 1. */
  readonly at: number;
  /** Whether the host has done what the request asks for. */
  readonly when: 'before' | 'after';
}

/** Decides when a request is sent, and what is heard of its answer. */
export type Gate = (
  method: string,
  send: () => Promise<Response>,
) => Promise<Response>;

export interface PublishRun {
  readonly app: string;
  readonly environments?: readonly string[];
  readonly reason?: string;
  readonly version?: string;
  readonly requester?: string;
  readonly previewDigest?: string;
  readonly crash?: Crash;
  /** Stands between the run and the forge. */
  readonly gate?: Gate;
  /** Instead of waiting between attempts. */
  readonly pause?: () => Promise<void>;
  /** Told the number of requests. */
  readonly onRequests?: (count: number) => void;
  /** Runs after planning, before anything is written. */
  readonly afterPlanning?: () => Promise<void>;
}

/** How a request stands on the forge. */
export interface Standing {
  readonly pulls: readonly ForgePullRequest[];
  readonly open: ForgePullRequest | undefined;
}

/**
 * The canon's two repositories on their hosts, a real Gitea when nothing else is
 * said, and a portal that publishes into them.
 */
export class PublishScene {
  readonly house: PublishHouse;
  readonly target: Target;
  readonly identity: string;
  #apps = 0;

  private constructor(house: PublishHouse, target: Target, identity: string) {
    this.house = house;
    this.target = target;
    this.identity = identity;
  }

  static async start(
    startHouse: (files: HouseFiles) => Promise<PublishHouse> = startGiteaHouse,
    options: object = {},
  ): Promise<PublishScene> {
    const house = await startHouse({
      platform: await readFolder(`${canon}/platform`),
      app: await readFolder(`${canon}/web-core`),
    });
    const config = parse(readFileSync(`${canon}/target.yaml`, 'utf8'));
    const [configured] = config.databases.targets;
    const target = parseTarget(
      {
        ...configured,
        options: { ...configured.options, ...options },
        platform: { repoUrl: house.repoUrls.platform },
        app: { repoUrl: house.repoUrls.app },
      },
      'target',
      defaultRegistries().layouts,
    );
    const keys = readFileSync(`${canon}/keys/TEST-ONLY-age.txt`, 'utf8');
    const identity = keys.split('\n').find(line => line.startsWith('AGE-'))!;
    return new PublishScene(house, target, identity);
  }

  async stop(): Promise<void> {
    await this.house.stop();
  }

  /** What one run of the task does. */
  async publish(run: PublishRun): Promise<PublishedChange> {
    let count = 0;
    const dead = (now: 'before' | 'after') =>
      run.crash &&
      (count > run.crash.at ||
        (count === run.crash.at && run.crash.when === now));
    const open = this.#opener(async (...request) => {
      count++;
      if (dead('before')) {
        throw new Error('the process is gone');
      }
      const send = () => fetch(...request);
      const answer = await (run.gate?.(request[1]!.method!, send) ?? send());
      if (dead('after')) {
        throw new Error('the process is gone');
      }
      return answer;
    });
    try {
      return await publishPlan({
        plan: async () => {
          const planned = await this.plan(run, open);
          await run.afterPlanning?.();
          return planned;
        },
        previewDigest: run.previewDigest,
        pause: run.crash ? async () => {} : run.pause,
        seal: ({ plan, sopsRules }, existing) =>
          sealPlan(plan, {
            existing,
            provided: {},
            random: randomBytes,
            encrypt: encryptWithSops(sopsRules.configs, new Date()),
          }),
      });
    } finally {
      run.onRequests?.(count);
    }
  }

  plan(run: PublishRun, open = this.#opener()) {
    const { app, environments = ['dev'], reason, requester } = run;
    const { version = '17' } = run;
    return planChange({
      request: parseDatabaseRequest({
        apiVersion: 'basewell.dev/v1alpha1',
        kind: 'DatabaseRequest',
        metadata: { name: app },
        spec: {
          service: `component:default/${app}`,
          version,
          environments: environments.map(name => ({ name })),
          ...(reason && { reason }),
        },
      }),
      target: this.target,
      registries: defaultRegistries(),
      repositories: { platform: open('platform'), app: open('app') },
      requester: requester ?? 'user:default/ada',
      today: '2026-11-21',
      anyRecipient: false,
    });
  }

  repository(role: RepositoryRole): ForgeRepository {
    return this.#opener()(role);
  }

  async standing(role: RepositoryRole, branch: string): Promise<Standing> {
    const pulls = await this.repository(role).findPullRequests(branch);
    return { pulls, open: pulls.find(({ state }) => state === 'open') };
  }

  async merge(role: RepositoryRole, number: number): Promise<void> {
    if (role === 'app') {
      await this.repository(role).updatePullRequest(number, { draft: false });
    }
    // Gitea finds out whether it can be merged after it has answered a push, and
    // after each merge for all that are open: with fifty of them it takes a while.
    const began = performance.now();
    for (;;) {
      try {
        await this.house.merge(role, number);
        return;
      } catch (error) {
        if (performance.now() - began > MERGEABLE_WITHIN_MS) {
          throw error;
        }
        await sleep(300);
      }
    }
  }

  /** Somebody else's clone. */
  clone(role: RepositoryRole): Promise<ForgeWorkingCopy> {
    return ForgeWorkingCopy.clone(this.house.gitUrl(role));
  }

  /** A name that no other request of the scene has. */
  newApp(): string {
    return `app${++this.#apps}x`;
  }

  /** Decrypted `stringData` by path of the secrets on the branch of a new database. */
  async secretsOf(
    app: string,
  ): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
    // Planned for another one, as this one's files are there already.
    const { plan } = await this.plan({ app: `${app}q` });
    const paths = plan.files
      .filter(({ kind }) => kind === 'secret')
      .map(({ path }) => path.replaceAll(`${app}q`, app));
    const repository = this.repository('platform');
    const head = await repository.findBranch(branchOf(app));
    const files = await repository.readFiles(head!.commit, paths);
    const entries = await Promise.all(
      paths.map(async path => {
        const { tree } = await decrypt(files.get(path)!, {
          identities: [this.identity],
        });
        return [path, (tree as any).stringData] as const;
      }),
    );
    return new Map(entries);
  }

  /**
   * Closes what is open. After each merge Gitea looks at every open pull request
   * again, which would be most of what it does.
   */
  async closeAll(): Promise<void> {
    for (const role of roles) {
      const open = await this.house.open(role);
      await Promise.all(
        open.map(({ number }) => this.house.close(role, number)),
      );
    }
  }

  #opener(through: typeof fetch = fetch) {
    const forges = this.house.forges({
      fetch: through,
      wait: async () => {},
    });
    return (role: RepositoryRole) => forges.open(this.target[role]);
  }
}
