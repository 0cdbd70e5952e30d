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
 * What a host tells of a push, as far as it says where:
 *
 * ```
 * GitHub, Gitea       repository.full_name              acme/shop
 * GitLab              project.path_with_namespace       acme/team/shop
 * Bitbucket           repository.full_name              acme/shop
 * Bitbucket Server    repository.project.key, .slug     ACME, shop
 * ```
 *
 * It only makes us look sooner, so that nothing depends on who sent it.
 *
 * @returns `owner/name` in lower case; `undefined` when it does not say
 */
export function pushedRepository(payload: unknown): string | undefined {
  const { repository, project } = (payload ?? {}) as {
    readonly repository?: {
      readonly full_name?: unknown;
      readonly slug?: unknown;
      readonly project?: { readonly key?: unknown };
    };
    readonly project?: { readonly path_with_namespace?: unknown };
  };
  const server = [repository?.project?.key, repository?.slug];
  const name = [
    project?.path_with_namespace,
    repository?.full_name,
    server.every(part => typeof part === 'string') && server.join('/'),
  ].find(candidate => typeof candidate === 'string');
  return name?.toLowerCase();
}
