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

import { JsonObject } from '@backstage/types';

/** What the process of a portal is started with. */
export interface PortalSettings {
  readonly port: number;
  /** The Kubernetes plugin's part of an app-config. */
  readonly kubernetes: JsonObject;
  /** How many components the catalog has: one for each app. */
  readonly components: number;
}

/** Known to the portal only. */
export const PORTAL_TOKEN = 'bench-token-of-a-service';
/** The component to which all objects of the benchmarks belong. */
export const EVERYTHING = 'component:default/everything';
