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
import { promisify } from 'node:util';
import { freePort } from '../processes/freePort';
import { retryTakenPort } from '../processes/retryTakenPort';
import { startSupervisor } from '../processes/startSupervisor';
import { Supervisor } from '../processes/Supervisor';
import { GiteaServer } from './GiteaServer';
import { GiteaFolder, prepareGiteaFolder } from './prepareGiteaFolder';
import { RunningGitea } from './RunningGitea';
import { SystemUser, unprivilegedUser } from './unprivilegedUser';

const ADMINISTRATOR = 'administrator';

/**
 * Starts a Gitea, in about three seconds.
 *
 * @public
 */
export async function startGitea(): Promise<GiteaServer> {
  return await retryTakenPort(async () => {
    const supervisor = await startSupervisor();
    try {
      return new RunningGitea(await launch(supervisor), supervisor);
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
  });
}

async function launch(supervisor: Supervisor) {
  const port = await freePort();
  const user = unprivilegedUser();
  const folder = await prepareGiteaFolder(supervisor.folder, port, user);
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: folder.path,
    // Each write runs three hooks, each a Gitea of its own that would spend half
    // of its start collecting garbage.
    GOGC: 'off',
    GOMEMLIMIT: '512MiB',
    // Root that cannot become anybody else has no other choice.
    ...(process.getuid?.() === 0 && !user
      ? { GITEA_I_AM_BEING_UNSAFE_RUNNING_AS_ROOT: 'true' }
      : {}),
  };
  await supervisor.start({
    name: 'gitea-server',
    command: folder.binary,
    args: ['web', '--config', folder.settings],
    cwd: folder.path,
    env: environment,
    ...user,
  });
  const url = `http://127.0.0.1:${port}`;
  await supervisor.waitUntilReady('gitea-server', async () => {
    const { ok } = await fetch(`${url}/api/v1/version`);
    return ok;
  });
  return {
    url,
    repositories: `${folder.path}/repositories`,
    adminToken: await createAdministrator(folder, environment, user),
  };
}

async function createAdministrator(
  folder: GiteaFolder,
  environment: Record<string, string>,
  user: SystemUser | undefined,
): Promise<string> {
  const { stdout } = await promisify(execFile)(
    folder.binary,
    [
      ...['admin', 'user', 'create', '--admin', '--random-password'],
      ...[
        '--username',
        ADMINISTRATOR,
        '--email',
        `${ADMINISTRATOR}@example.org`,
      ],
      ...['--must-change-password=false', '--access-token'],
      ...['--access-token-scopes', 'all', '--config', folder.settings],
    ],
    { cwd: folder.path, env: environment, ...user },
  );
  const [, token] =
    /Access token was successfully created\W+([0-9a-f]{40})/.exec(stdout)!;
  return token;
}
