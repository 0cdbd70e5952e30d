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

import { SimulatedHost } from '@basewell/testkit';
import { forkSource } from '../processes/forkSource';
import { publishByPlan } from './publishByPlan';

/** Repositories on each host, platform first. */
export const repositoryNames = ['gitops', 'web-core'] as const;

/** What one run took in its process. */
export interface PublishingMemory {
  /** Most above what was there before, seen every two milliseconds: garbage is part of it. */
  readonly heapBytes: number;
  /** Most that was resident since the process began. */
  readonly residentBytes: number;
}

/** Opens pull requests as a portal does. */
export interface Publisher {
  /** @throws Error when they could not be opened */
  publish(app: string): Promise<Partial<PublishingMemory>>;
  stop(): Promise<void>;
}

/** One in this process. */
export function publisherOf(host: SimulatedHost, url: string): Publisher {
  const forge = host.forge(url);
  const [platform, app] = repositoryNames.map(name => host.repoUrl(url, name));
  return {
    async publish(name) {
      await publishByPlan({ forge, repoUrls: { platform, app }, app: name });
      return {};
    },
    async stop() {},
  };
}

/** One in a process of its own, whose memory is seen. */
export async function forkPublisher(
  host: SimulatedHost,
  url: string,
): Promise<Publisher> {
  const args = [host.id, url];
  const source = forkSource('publishing/publishingProcess.ts', args);
  await source.message(({ ready }) => ready);
  return {
    async publish(app) {
      const answer = source.message(({ ended }) => ended === app);
      source.process.send(app);
      const { error, memory } = await answer;
      if (error !== undefined) {
        throw new Error(error);
      }
      return memory;
    },
    stop: source.stop,
  };
}
