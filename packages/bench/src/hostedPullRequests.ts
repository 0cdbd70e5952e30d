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

import { largeRepository } from '@basewell/testkit';
import { githubHost } from './publishing/githubHost';
import { gitlabHost } from './publishing/gitlabHost';
import { branchOf, newFiles } from './publishing/newFiles';
import { publishByPlan, sopsRules } from './publishing/publishByPlan';
import { PublishingHost } from './publishing/PublishingHost';
import type { Benchmark } from './runBenchmark';

/** What a variant came to. */
interface Opened {
  readonly app: string;
  readonly requests: number;
}

/** The hosts that are simulated, by the ids of their forges. */
const hosts: { readonly [id: string]: () => Promise<PublishingHost> } = {
  github: githubHost,
  gitlab: gitlabHost,
};

export const hostNames: readonly string[] = Object.keys(hosts);
const names = ['gitops', 'web-core'] as const;

/**
 * Two linked pull requests for a database in two environments on a simulated host:
 * planning, sealing and publishing. The peer is the action of Backstage for that host,
 * run once for each repository, with files that are made already and without links.
 * The limit is as few bare requests as the host's documentation allows.
 *
 * @param options - `files` of each repository; `delay` of every answer in
 *   milliseconds
 *
 * @public
 */
export async function hostedPullRequests(options: {
  readonly host: string;
  readonly files: number;
  readonly delay: number;
}): Promise<Benchmark<Opened>> {
  const host = await hosts[options.host]();
  const { simulator, owner, forge, repoUrls, action } = host;
  for (const name of names) {
    await addRepository(host, name, options.files);
  }
  simulator.latency = options.delay;
  let count = 0;
  const measured = async (
    open: (app: string) => Promise<void>,
  ): Promise<Opened> => {
    const app = `app${++count}x`;
    const before = simulator.requests.length;
    await open(app);
    return { app, requests: simulator.requests.length - before };
  };
  const inEach = (open: PublishingHost['byBareRequests']) =>
    measured(async app => {
      for (const repository of names) {
        await open({ repository, branch: branchOf(app), files: newFiles(app) });
      }
    });
  const counted = {
    async check({ app }: Opened) {
      for (const name of names) {
        const pulls = await simulator.repository(`${owner}/${name}`)!.pulls();
        const own = pulls.filter(({ branch }) => branch === branchOf(app));
        if (own.length !== 1 || own[0].state !== 'open') {
          throw new Error(`${app} has ${own.length} pull requests in ${name}`);
        }
      }
    },
    counts: ({ requests }: Opened) => ({ requests }),
  };

  return {
    id: `two pull requests on ${options.host}, ${options.files} files, ${options.delay} ms`,
    variants: [
      {
        name: 'ours, planning and sealing included',
        role: 'ours',
        run: () => measured(app => publishByPlan({ forge, repoUrls, app })),
        ...counted,
      },
      ...(action
        ? [
            {
              name: `${action.id}, twice`,
              role: 'peer' as const,
              run: () => inEach(action.run),
              ...counted,
            },
          ]
        : []),
      {
        name: 'as few bare requests as there can be',
        role: 'limit',
        run: () => inEach(host.byBareRequests),
        ...counted,
      },
    ],
    end: () => simulator.stop(),
  };
}

async function addRepository(
  { simulator, owner }: PublishingHost,
  name: string,
  files: number,
): Promise<void> {
  const repository = await simulator.createRepository({
    ...{ owner, name },
    roles: { portal: 'write' },
  });
  await repository.seed({
    ...largeRepository(files),
    '.sops.yaml': sopsRules,
  });
}
