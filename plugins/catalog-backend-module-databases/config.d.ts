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

import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Databases that run, and those that git declares, as entities of kind Resource. */
      databases?: {
        /** When all of them are compared; changes come in between. Every 10 minutes when left out. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Namespace of the entities; `default` when left out. */
        namespace?: string;
        /** Owner of databases of which nobody knows one; `unknown` when left out. */
        defaultOwner?: string;
      };
    };
  };
}
