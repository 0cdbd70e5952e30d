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

import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from '../packageFolder';

describe('describeWithServers', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-nested-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  /** Runs a suite of this package where no server is built. */
  async function runSuite(environment: NodeJS.ProcessEnv) {
    const report = join(folder, 'report.json');
    const { stderr } = spawnSync(
      process.execPath,
      [
        require.resolve('@backstage/cli/bin/backstage-cli'),
        ...['package', 'test', '--watchAll=false', '--json'],
        ...[`--outputFile=${report}`, 'servers/binaries.integration'],
      ],
      {
        cwd: packageFolder,
        encoding: 'utf8',
        env: {
          HOME: folder,
          PATH: folder,
          BASEWELL_CACHE: folder,
          ...environment,
        },
      },
    );
    return {
      words: stderr,
      report: JSON.parse(await readFile(report, 'utf8')),
    };
  }

  it('shows a person one skipped test, the reason and the remedy', async () => {
    const { words, report } = await runSuite({});
    expect(report).toMatchObject({
      success: true,
      numPassedTests: 0,
      numPendingTests: 1,
    });
    expect(words).toContain('needs kustomize, sops: npm run tools');
  }, 60_000);

  it('fails where everything has to be tested', async () => {
    const { words, report } = await runSuite({ CI: 'true' });
    expect(report).toMatchObject({
      success: false,
      numFailedTests: 1,
      numTotalTests: 1,
    });
    expect(words).toContain('kustomize, sops could not be found');
  }, 60_000);
});
