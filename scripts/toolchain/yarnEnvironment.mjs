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

import { spawnSync } from 'node:child_process';
import { npmCommand } from './npmCommand.mjs';

/**
 * The environment that Yarn runs in: it does not read npm's settings, where a
 * company names its registry.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function yarnEnvironment() {
  return {
    ...process.env,
    YARN_ENABLE_TELEMETRY: '0',
    YARN_ENABLE_PROGRESS_BARS: '0',
    ...registrySetting(),
  };
}

function registrySetting() {
  if (process.env.YARN_NPM_REGISTRY_SERVER) {
    return {};
  }
  const { command, args, shell } = npmCommand(['config', 'get', 'registry']);
  const { stdout } = spawnSync(command, args, { shell, encoding: 'utf8' });
  const registry = stdout?.trim().replace(/\/$/, '');
  return registry?.startsWith('http')
    ? { YARN_NPM_REGISTRY_SERVER: registry }
    : {};
}
