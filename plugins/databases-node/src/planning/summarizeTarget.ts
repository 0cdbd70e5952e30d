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

import {
  namingTarget,
  PolicyRule,
  Target,
  TargetSummary,
} from '@basewell/plugin-databases-common';

/** What the form needs to know of a target: no path, no project, no token. */
export function summarizeTarget(
  target: Target,
  rules: readonly PolicyRule[],
  userTokenHosts: ReadonlySet<string>,
): TargetSummary {
  const { environments, sizes, images, backup, policy, sharedClusters } =
    target.options;
  const hosts = [...new Set([target.platform.host, target.app.host])];
  return {
    id: target.id,
    title: target.title,
    platform: target.platform,
    app: target.app,
    environments,
    naming: namingTarget(target),
    sizes,
    defaultSize: environments[0].size,
    versions: Object.keys(images).sort((a, b) => Number(b) - Number(a)),
    sharedClusters: sharedClusters.map(
      ({ name, namespace, environments: of }) => ({
        name,
        namespace,
        environments: of,
      }),
    ),
    backup: {
      available: backup.destinationPath !== undefined,
      schedule: backup.schedule,
      retention: backup.retention,
      credentialsNeeded: backup.credentials.from === 'provided',
    },
    userTokenHosts: hosts.filter(host => userTokenHosts.has(host)),
    waivableRules: rules
      .filter(({ id, waivable }) => waivable && !policy.disabled.includes(id))
      .map(({ id, title }) => ({ id, title })),
  };
}
