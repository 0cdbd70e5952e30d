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

import { Forge, ForgeRuntime } from '@basewell/plugin-databases-node';
import { JsonObject } from '@backstage/types';
import { ForgeSimulator } from '../forges';

/**
 * A kind of git host, as a portal meets it: how a simulated one starts, and what
 * app-config says of it.
 *
 * @public
 */
export interface SimulatedHost {
  /** Of its forge. */
  readonly id: string;
  readonly title: string;
  /** Of repositories there, as the simulator names it. */
  readonly owner: string;
  /** Starts one that knows the token of the portal, whose login is `portal`. */
  start(): Promise<ForgeSimulator>;
  /** As in a target. */
  repoUrl(url: string, repository: string): string;
  /** `integrations` of app-config, with the token of the portal. */
  integrations(url: string): JsonObject;
  forge(url: string, runtime?: Partial<ForgeRuntime>): Forge;
}

/** Who the portal is on simulated hosts. @public */
export const simulatedPortal = {
  login: 'portal',
  token: 'TEST-ONLY-token-of-the-portal',
} as const;
