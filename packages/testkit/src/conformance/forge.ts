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

import { describeForgeCommits } from './forgeCommits';
import { describeForgeConflicts } from './forgeConflicts';
import { describeForgeFailures } from './forgeFailures';
import { describeForgePulls } from './forgePulls';
import { describeForgeReading } from './forgeReading';
import { describeForgeRefusals } from './forgeRefusals';
import { ForgeConformanceHost } from './ForgeConformanceHost';

/**
 * Registers what every forge has to do, as tests against a running host. Call
 * it at the top of a test file.
 *
 * @public
 */
export function forgeConformance(suite: {
  readonly name: string;
  readonly start: () => Promise<ForgeConformanceHost>;
}): void {
  describe(`${suite.name} as a forge`, () => {
    let host: ForgeConformanceHost;
    const given = () => host;

    beforeAll(async () => {
      host = await suite.start();
    }, 120_000);
    afterAll(() => host?.stop());

    describeForgeReading(given);
    describeForgeCommits(given);
    describeForgeConflicts(given);
    describeForgePulls(given);
    describeForgeRefusals(given);
    describeForgeFailures(given);
  });
}
