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

import { integrationsOf } from '@basewell/testkit';
import { inScene } from './inScene';
import { HostedScene, Opened } from './publishing/HostedScene';
import { PlainChange, PublishingHost } from './publishing/PublishingHost';
import { publishingHost } from './publishing/publishingHosts';
import { runAction } from './publishing/runAction';
import type { Benchmark } from './runBenchmark';

/**
 * Two linked pull requests for a database in two environments on a simulated host:
 * planning, sealing and publishing; the same again, and again after the host went
 * away with the first commit taken. The peer is the action of Backstage for that host,
 * run once for each repository, with files that are made already and without links.
 * The limit is as few bare requests as the host's documentation allows.
 *
 * @param options - `host` by the id of its forge; `files` of each repository; `delay`
 *   of every answer in milliseconds; `apart`: ours in a process of its own, with its
 *   memory
 *
 * @public
 */
export function hostedPullRequests(options: {
  readonly host: string;
  readonly files: number;
  readonly delay: number;
  readonly apart?: boolean;
}): Promise<Benchmark<Opened>> {
  const publishing = publishingHost(options.host);
  return inScene(HostedScene.start(publishing, options), async scene => {
    const counted = {
      check: ({ app }: Opened) => scene.expectTwo(app),
      counts: ({ app, ...counts }: Opened) => counts,
    };
    let known: string;
    const again = (stand: (app: string) => Promise<unknown>) => ({
      role: 'ours' as const,
      async prepare() {
        known = scene.newApp();
        await stand(known);
      },
      run: () => scene.publish(known),
      ...counted,
    });
    return {
      id: `two pull requests on ${publishing.host.title}, ${options.files} files, ${options.delay} ms`,
      variants: [
        {
          name: 'ours, planning and sealing included',
          role: 'ours',
          run: () => scene.publish(scene.newApp()),
          ...counted,
        },
        {
          name: 'ours, again, nothing changed',
          ...again(app => scene.publish(app)),
        },
        {
          name: 'ours, again after a crash',
          ...again(app => scene.crash(app)),
        },
        ...peersOf(publishing, scene.url).map(({ id, open }) => ({
          name: `${id}, twice`,
          role: 'peer' as const,
          run: () => scene.inEach(open),
          ...counted,
        })),
        {
          name: 'as few bare requests as there can be',
          role: 'limit',
          run: () =>
            scene.inEach(change =>
              publishing.byBareRequests(scene.url, change),
            ),
          ...counted,
        },
      ],
      async end() {},
    };
  });
}

function peersOf({ action, host }: PublishingHost, url: string) {
  const peer = action?.(integrationsOf(host, url));
  if (!peer) {
    return [];
  }
  const open = (change: PlainChange) =>
    runAction(peer, host.repoUrl(url, change.repository), change);
  return [{ id: peer.id, open }];
}
