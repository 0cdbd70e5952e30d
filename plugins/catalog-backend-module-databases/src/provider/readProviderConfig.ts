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
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { EntitySettings } from '../entities/EntitySettings';

const CONFIG_PATH = 'catalog.providers.databases';

/** The first look is soon after the start, when little is seen yet. */
const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 15 },
};

/** How databases become entities, and when all of them are looked at. */
export function readProviderConfig(root: Config): EntitySettings & {
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
} {
  const config = root.getOptionalConfig(CONFIG_PATH);
  const schedule = config?.getOptionalConfig('schedule');
  return {
    namespace: config?.getOptionalString('namespace') ?? 'default',
    defaultOwner: config?.getOptionalString('defaultOwner') ?? 'unknown',
    baseUrl: root.getString('app.baseUrl').replace(/\/+$/, ''),
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : defaultSchedule,
  };
}
