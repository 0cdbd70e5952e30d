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

import { isError } from '@backstage/errors';
import { UnsettledWriteError } from './UnsettledWriteError';

/**
 * `ConflictError`: somebody was faster. `ServiceUnavailableError`: the host
 * failed on the way, as Gitea does on SQLite when two write at the same time.
 */
const UNSETTLED = new Set(['ConflictError', 'ServiceUnavailableError']);

/**
 * Runs one write to a forge.
 *
 * @throws UnsettledWriteError when looking again will tell what became of it
 */
export async function settling<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isError(error) && UNSETTLED.has(error.name)
      ? new UnsettledWriteError(error)
      : error;
  }
}
