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
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { runStep } from '../toolchain/runStep.mjs';
import { cachedBuildFolder } from './cachedBuildFolder.mjs';
import { copyFolder } from './copyFolder.mjs';
import { readGoModule } from './readGoModule.mjs';

/**
 * Builds one server into the cache. The folder appears under its name only
 * when it is complete.
 *
 * @param {typeof import('./pinnedServers.mjs').pinnedServers[number]} server
 */
export async function buildServer({ name, minutes, build }) {
  const folder = cachedBuildFolder(name, build);
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });

  const source = readGoModule(name);
  const inModule = {
    cwd: join(repositoryRoot, 'tools', name),
    env: { ...process.env, GOWORK: 'off' },
  };
  const suffix = process.platform === 'win32' ? '.exe' : '';
  await runStep({
    title: `Building ${name} ${source.version} (up to ${minutes} min on two cores)`,
    command: 'go',
    // No -trimpath: it would make the packages that other builds compiled useless.
    args: [
      'build',
      '-v',
      '-mod=readonly',
      '-buildvcs=false',
      `-tags=${build.tags ?? ''}`,
      `-ldflags=${linkerFlags(build.linkerVariables?.(source.version))}`,
      '-o',
      join(partial, `${name}${suffix}`),
      source.package,
    ],
    ...inModule,
    remedy:
      'check that Go reaches its module proxy (go env GOPROXY) and that a C compiler is installed (Gitea needs one for SQLite), ' +
      'then run npm run tools again: what was compiled is kept.',
  });

  if (build.staticRoot) {
    const { stdout } = spawnSync(
      'go',
      ['list', '-mod=readonly', '-m', '-f={{.Dir}}', source.module],
      { ...inModule, encoding: 'utf8' },
    );
    for (const part of build.staticRoot) {
      copyFolder(join(stdout.trim(), part), join(partial, 'static', part));
    }
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/** Without debug tables (`-s -w`) the binaries are a third smaller. */
function linkerFlags(variables = {}) {
  const texts = Object.entries(variables).map(
    ([key, value]) => `-X ${key}=${value}`,
  );
  return ['-s -w', ...texts].join(' ');
}
