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

import { buildMissingServers } from '../servers/buildMissingServers.mjs';
import { listServers } from '../servers/listServers.mjs';

/**
 * Sees to the servers that integration tests start. A machine of CI builds what
 * is missing; a person is not made to wait for it: their tests skip visibly.
 *
 * @returns {Promise<readonly { name: string; minutes: number }[]>} what is missing
 */
export async function prepareServers() {
  if (process.env.CI) {
    await buildMissingServers();
  }
  return listServers().filter(({ found }) => !found);
}
