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
  Target,
  TargetSummary,
} from '@basewell/plugin-databases-common';
import { Registries } from '@basewell/plugin-databases-common/domain';

/** What the form needs to know of a target: no path, no project, no token. */
export function summarizeTarget(
  target: Target,
  { rules, layouts }: Pick<Registries, 'rules' | 'layouts'>,
  userTokenHosts: ReadonlySet<string>,
): TargetSummary {
  const { environments, sizes, images, backup, policy } = target.options;
  const { sharedClusters, inChart } = target.options;
  const hosts = [...new Set([target.platform.host, target.app.host])];
  return {
    id: target.id,
    title: target.title,
    platform: target.platform,
    app: target.app,
    layout: {
      from:
        target.undecided || target.layoutShownBy ? 'files' : 'configuration',
      // Names and places are provisional until somebody plans.
      ...(!target.undecided && {
        title: layouts.find(({ id }) => id === target.layout)?.title,
      }),
    },
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
    inChart: {
      environments: inChart.environments,
      cluster: inChart.cluster,
      service: inChart.service,
      secret: inChart.secret,
    },
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
