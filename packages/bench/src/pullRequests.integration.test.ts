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

import { describeWithServers } from '@basewell/testkit';
import { hostedPullRequests } from './hostedPullRequests';
import { pullRequests } from './pullRequests';
import { runBenchmark } from './runBenchmark';

jest.setTimeout(120_000);

describeWithServers('gitea')('the benchmark of two pull requests', () => {
  it.each([100, 2_000])(
    'needs the same few requests for %d files, whatever they are',
    async files => {
      const benchmark = await pullRequests({ files, delay: 0 });
      const [ours] = await runBenchmark(benchmark, 1).finally(() =>
        benchmark.end(),
      );
      // Eight and six; docs/decisions/006 says what each is for.
      expect(ours.counts?.requests).toBeLessThanOrEqual(14);
    },
  );
});

describe('the benchmark of two pull requests on simulated hosts', () => {
  it.each([
    // docs/decisions/006 says what they are for; `again` is with nothing changed.
    { host: 'azure', most: 23, again: 25, crashed: 25 },
    { host: 'bitbucketCloud', most: 20, again: 12, crashed: 21 },
    { host: 'bitbucketServer', most: 16, again: 15, crashed: 18 },
    { host: 'github', most: 12, again: 13, crashed: 15 },
    { host: 'gitlab', most: 17, again: 12, crashed: 18 },
  ])(
    'needs $most requests on $host, for a large repository as well, and $again or $crashed when it is run again',
    async ({ host, most, again, crashed }) => {
      const benchmark = await hostedPullRequests({
        ...{ host, files: 900, delay: 0 },
      });
      // The peer that clones takes its time, and whatever that is tells nothing.
      const variants = benchmark.variants.filter(
        ({ role }) => role !== 'peer' || host !== 'bitbucketServer',
      );
      const results = await runBenchmark({ ...benchmark, variants }, 1).finally(
        () => benchmark.end(),
      );
      const [ours, peer = [], [least]] = (
        ['ours', 'peer', 'limit'] as const
      ).map(role =>
        results
          .filter(result => result.role === role)
          .map(({ counts }) => counts!.requests),
      );
      expect(ours).toHaveLength(3);
      [most, again, crashed].forEach((limit, index) => {
        expect(ours[index]).toBeLessThanOrEqual(limit);
      });
      for (const requests of peer) {
        expect(requests).toBeGreaterThan(most);
      }
      expect(least).toBeLessThan(Math.min(...ours));
    },
  );
});
