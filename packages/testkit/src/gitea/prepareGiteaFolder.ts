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

import { chown, copyFile, cp, link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findServer } from '../servers/binaries';
import { renderGiteaSettings } from './renderGiteaSettings';
import { SystemUser } from './unprivilegedUser';

/**
 * Where one Gitea lives.
 *
 * @internal
 */
export interface GiteaFolder {
  readonly path: string;
  readonly binary: string;
  readonly settings: string;
}

/**
 * Lays out the folder of a Gitea server. For another user, the binary and its
 * templates are brought into the folder: they usually lie in root's home,
 * which nobody else may enter.
 *
 * @internal
 */
export async function prepareGiteaFolder(
  parent: string,
  port: number,
  user: SystemUser | undefined,
): Promise<GiteaFolder> {
  const path = join(parent, 'gitea');
  const settings = join(path, 'app.ini');
  await mkdir(path);

  const installed = findServer('gitea');
  const binary = user ? join(path, 'gitea') : installed.path;
  const staticRoot =
    user && installed.staticRoot ? join(path, 'static') : installed.staticRoot;
  if (binary !== installed.path) {
    // A link costs nothing; another file system refuses it.
    await link(installed.path, binary).catch(() =>
      copyFile(installed.path, binary),
    );
  }
  if (installed.staticRoot && staticRoot !== installed.staticRoot) {
    await cp(installed.staticRoot, staticRoot!, { recursive: true });
  }

  await writeFile(
    settings,
    renderGiteaSettings({ folder: path, port, staticRoot }),
  );
  if (user) {
    // The server enters its parent folder and owns what lies in its own; the
    // linked binary stays root's.
    await chown(parent, user.uid, user.gid);
    await chown(path, user.uid, user.gid);
    await chown(settings, user.uid, user.gid);
  }
  return { path, binary, settings };
}
