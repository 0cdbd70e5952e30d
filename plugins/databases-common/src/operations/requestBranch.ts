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

import { PlannedFile, TargetEnvironment } from '../model';

/**
 * The branch of a request: stable, so that running it again finds it.
 *
 * ```
 * databases/shop/create          the first one
 * databases/shop/create-prod     prod, after others were merged
 * ```
 *
 * @param standing - environments that have a database in the repository
 * @param files - of the plan
 */
export function requestBranch(
  app: string,
  environments: readonly TargetEnvironment[],
  standing: readonly string[],
  files: readonly Pick<PlannedFile, 'environment' | 'change'>[],
): string {
  const changing = environments
    .map(({ name }) => name)
    .filter(name =>
      files.some(
        ({ environment, change }) => environment === name && change !== 'none',
      ),
    );
  const done = standing.filter(name => !changing.includes(name));
  return changing.length && done.length
    ? branchOfRequest(app, changing[0])
    : branchOfRequest(app);
}

/**
 * All branches that requests of an app can be on.
 *
 * @public
 */
export function requestBranches(
  app: string,
  environments: readonly TargetEnvironment[],
): readonly string[] {
  return [
    branchOfRequest(app),
    ...environments.map(({ name }) => branchOfRequest(app, name)),
  ];
}

/**
 * The branch of one request.
 *
 * @param environment - of a request that adds it to those that are there
 * @public
 */
export function branchOfRequest(app: string, environment?: string): string {
  const first = `databases/${app}/create`;
  return environment === undefined ? first : `${first}-${environment}`;
}
