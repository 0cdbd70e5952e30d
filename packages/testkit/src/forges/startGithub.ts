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

import { ForgeSimulator } from './ForgeSimulator';
import { SimulatedGithubApp } from './githubApps';
import { githubDialect } from './githubDialect';

/**
 * Starts a GitHub for tests. REST is at `/api/v3` below its address, GraphQL at
 * `/api/graphql`; tokens have the scope `repo`, or permissions such as
 * `contents:write`, and an App's login ends in `[bot]`.
 */
export function startGithub(
  apps: readonly SimulatedGithubApp[] = [],
): Promise<ForgeSimulator> {
  return ForgeSimulator.start(githubDialect(apps));
}
