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

import { NotFoundError } from '@backstage/errors';

/**
 * Says whom nobody asked for a review, because the host does not know them by
 * what CODEOWNERS call them.
 *
 * @param attempt - beginning of the message: `Could not ask … in …`
 * @param reason - what to look at, after a colon
 * @throws NotFoundError unless there are none
 * @internal
 */
export function refuseUnknownReviewers(
  owners: readonly string[],
  attempt: (purpose: string) => string,
  reason: string,
): void {
  if (owners.length) {
    throw new NotFoundError(
      `${attempt(`ask ${owners.join(', ')} for a review`)}: ${reason}`,
    );
  }
}
