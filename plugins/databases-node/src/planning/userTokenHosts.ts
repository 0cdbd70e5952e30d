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

import { Config } from '@backstage/config';
import { Target } from '@basewell/plugin-databases-common';

/**
 * Hosts for which the integration's token may not be used: all hosts of the
 * targets when `scaffolder.requireScmUserCredentials` is set.
 */
export function userTokenHosts(
  config: Config,
  targets: readonly Target[],
): ReadonlySet<string> {
  return config.getOptionalBoolean('scaffolder.requireScmUserCredentials')
    ? new Set(targets.flatMap(({ platform, app }) => [platform.host, app.host]))
    : new Set();
}
