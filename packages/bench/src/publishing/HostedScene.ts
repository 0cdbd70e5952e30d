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

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  ForgeSimulator,
  largeRepository,
  simulatedPortal,
  SimulatedRepository,
} from '@basewell/testkit';
import { branchOf, newFiles } from './newFiles';
import {
  forkPublisher,
  Publisher,
  publisherOf,
  PublishingMemory,
  repositoryNames,
} from './Publisher';
import { sopsRules } from './publishByPlan';
import { PlainChange, PublishingHost } from './PublishingHost';
import { seedLarge } from './seedLarge';

/** What a variant came to. */
export interface Opened extends Partial<PublishingMemory> {
  readonly app: string;
  readonly requests: number;
  /** Of all answers. */
  readonly bytes: number;
}

/** Two repositories on a simulated host, and a portal that publishes into them. */
export class HostedScene {
  readonly url: string;
  readonly #simulator: ForgeSimulator;
  readonly #repositories: readonly SimulatedRepository[];
  readonly #publisher: Publisher;
  #apps = 0;

  private constructor(
    simulator: ForgeSimulator,
    repositories: readonly SimulatedRepository[],
    publisher: Publisher,
  ) {
    this.url = simulator.url;
    this.#simulator = simulator;
    this.#repositories = repositories;
    this.#publisher = publisher;
  }

  /** @param options - as of `hostedPullRequests` */
  static async start(
    { host }: PublishingHost,
    options: {
      readonly files: number;
      readonly delay: number;
      readonly apart?: boolean;
    },
  ): Promise<HostedScene> {
    const simulator = await host.start();
    const files = largeRepository(options.files);
    const repositories: SimulatedRepository[] = [];
    for (const name of repositoryNames) {
      const repository = await simulator.createRepository({
        ...{ owner: host.owner, name },
        roles: { [simulatedPortal.login]: 'write' },
      });
      await seedLarge(repository, { ...files, '.sops.yaml': sopsRules });
      repositories.push(repository);
    }
    simulator.latency = options.delay;
    const start = options.apart ? forkPublisher : publisherOf;
    const publisher = await start(host, simulator.url);
    return new HostedScene(simulator, repositories, publisher);
  }

  async stop(): Promise<void> {
    await this.#publisher.stop();
    await this.#simulator.stop();
  }

  newApp(): string {
    return `app${++this.#apps}x`;
  }

  /** As a portal does. */
  publish(app: string): Promise<Opened> {
    return this.#measured(app, () => this.#publisher.publish(app));
  }

  /** In one repository after the other, with files that are made already. */
  inEach(open: (change: PlainChange) => Promise<void>): Promise<Opened> {
    const app = this.newApp();
    return this.#measured(app, async () => {
      for (const repository of repositoryNames) {
        await open({ repository, branch: branchOf(app), files: newFiles(app) });
      }
    });
  }

  /** A run that hears nothing any more once the platform's commit stands. */
  async crash(app: string): Promise<void> {
    const [{ git }] = this.#repositories;
    const ref = join(git.folder, 'refs/heads', branchOf(app));
    this.#simulator.breaks = () => existsSync(ref);
    const noticed = await this.#publisher.publish(app).then(
      () => false,
      () => true,
    );
    this.#simulator.breaks = () => false;
    if (!noticed || !existsSync(ref)) {
      throw new Error(`The run for ${app} did not die after its first commit`);
    }
  }

  /** A wrong answer is no result: there is one open pull request in each. */
  async expectTwo(app: string): Promise<void> {
    for (const repository of this.#repositories) {
      const pulls = await repository.pulls();
      const own = pulls.filter(({ branch }) => branch === branchOf(app));
      if (own.length !== 1 || own[0].state !== 'open') {
        throw new Error(
          `${app} has ${own.length} pull requests in ${repository.name}`,
        );
      }
    }
  }

  async #measured(
    app: string,
    open: () => Promise<Partial<PublishingMemory> | void>,
  ): Promise<Opened> {
    const { requests } = this.#simulator;
    const before = requests.length;
    const memory = await open();
    const made = requests.slice(before);
    const bytes = made.reduce((sum, answer) => sum + answer.bytes, 0);
    return { app, requests: made.length, bytes, ...memory };
  }
}
