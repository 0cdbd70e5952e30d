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

import { AssessmentSubject, instantOf } from '../assessment';

/**
 * Whether something is known to last no longer than a limit.
 *
 * @param since - RFC 3339; what has no readable beginning, or one that has not
 *   come, is not within any limit
 * @param limit - seconds
 */
export function isWithin(
  { clock, settings }: Pick<AssessmentSubject, 'clock' | 'settings'>,
  since: string | undefined,
  limit: number,
): boolean {
  const instant = instantOf(since);
  return (
    instant !== undefined &&
    clock.hasCome(instant - settings.clockSkew * 1000) &&
    !clock.isOlder(instant, limit)
  );
}
