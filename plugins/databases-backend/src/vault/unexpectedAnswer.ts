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

import { ApiProblem } from '../kubernetes/ApiProblem';

/** An answer of another shape than Vault's; it is not quoted. */
export function unexpectedAnswer(vault: string, asked: string): ApiProblem {
  return new ApiProblem(
    'failing',
    `Vault ${vault} was to ${asked}, and its answer is not understood. Look at its version, and at what stands between it and the portal.`,
    { status: 200 },
  );
}
