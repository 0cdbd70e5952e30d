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

import { DatabaseSummary } from '@basewell/plugin-databases-common';

/**
 * The engine with its version, where a narrow column does not cut it off:
 * `PostgreSQL 17 (CloudNativePG)`.
 */
export function engineName({
  engineTitle,
  database: { version },
}: Pick<DatabaseSummary, 'engineTitle' | 'database'>): string {
  return version
    ? engineTitle.replace(/(?= \(|$)/, ` ${version}`)
    : engineTitle;
}
