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

/**
 * Under which an Application is found by the folder that it delivers:
 * `source:git:<host>/<owner>/<name>:<folder>`.
 *
 * @param repository - as facts from git name it: `git:<host>/<owner>/<name>`
 * @public
 */
export function sourceKey(repository: string, folder: string): string {
  return `source:${repository}:${folder}`;
}

/**
 * The repository behind the address of a source.
 *
 * @param url - `https://host/owner/name.git`, `git@host:owner/name.git` or `ssh://…`
 * @returns `undefined` for anything else, such as a registry of charts
 */
export function repositoryOf(url: string | undefined): string | undefined {
  const [, host, path] =
    /^(?:https?:\/\/|ssh:\/\/)(?:[^@/]+@)?([^/]+)\/(.+)$/.exec(url ?? '') ??
    /^[^@/\s]+@([^:/]+):(.+)$/.exec(url ?? '') ??
    [];
  const name = path?.replace(/\/+$/, '').replace(/\.git$/, '');
  return host && name?.includes('/') ? `git:${host}/${name}` : undefined;
}
