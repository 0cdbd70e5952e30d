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

import { ForgePullRequest } from './Forge';

/**
 * When a pull request was opened, and when it ended.
 *
 * @param ended - as far as the host says: when it was merged, when it was closed
 * @internal
 */
export function pullTimes(
  opened: string | null | undefined,
  ...ended: readonly (string | null | undefined)[]
): Pick<ForgePullRequest, 'openedAt' | 'endedAt'> {
  const openedAt = instant(opened);
  const endedAt = instant(ended.find(Boolean));
  return { ...(openedAt && { openedAt }), ...(endedAt && { endedAt }) };
}

/** Hosts write them with offsets too. */
function instant(text: string | null | undefined): string | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
