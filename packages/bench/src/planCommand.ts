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

import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { binaries } from '@basewell/testkit';
import type { Benchmark } from './runBenchmark';

const run = promisify(execFile);
const root = resolve(
  require.resolve('@basewell/testkit/package.json'),
  '../../..',
);
const canon = join(root, 'examples/canon');

/**
 * `npm run -s databases -- plan`, from the shell to the answer.
 *
 * - peer: `kustomize build`, which renders one folder and decides nothing
 * - limit: npm running a script that does nothing
 *
 * @public
 */
export function planCommand(): Benchmark<string> {
  const npm = async (...args: string[]) => {
    const { stdout } = await run('npm', args, {
      cwd: root,
      maxBuffer: 2 ** 26,
    });
    return stdout;
  };
  return {
    id: 'databases plan',
    variants: [
      {
        name: 'ours',
        role: 'ours',
        run: () =>
          npm(
            ...['run', '-s', 'databases', '--', 'plan', '--json'],
            ...['--request', join(canon, 'requests/new-app.yaml')],
            ...['--platform', join(canon, 'platform')],
            ...['--app', join(canon, 'web-core')],
            ...['--config', join(canon, 'target.yaml')],
          ),
        async check(output) {
          const { files, violations } = JSON.parse(output);
          if (files.length < 20 || violations.length > 0) {
            throw new Error('The plan is not that of the example');
          }
        },
      },
      {
        name: 'kustomize build of one folder',
        role: 'peer',
        async run() {
          const { stdout } = await run(binaries.kustomize, [
            'build',
            join(canon, 'platform/infra/databases/cloudnativepg/landing'),
          ]);
          return stdout;
        },
        async check(output) {
          if (!output.includes('kind: Cluster')) {
            throw new Error('There is no Cluster');
          }
        },
      },
      {
        name: 'npm with nothing to do',
        role: 'limit',
        run: () => npm('exec', '--offline', '--', 'node', '-e', '0'),
        check: async () => {},
      },
    ],
    end() {},
  };
}
