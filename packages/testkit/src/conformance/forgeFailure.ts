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

import { ForgeConformanceHost } from './ForgeConformanceHost';

/**
 * The error that a call ends with. Whatever it is, no token may be in it.
 */
export async function failureOf(
  host: ForgeConformanceHost,
  call: Promise<unknown>,
): Promise<Error> {
  const error = await call.then(
    () => new Error('The call succeeded'),
    reason => reason as Error,
  );
  const told = `${error.name} ${error.message} ${error.stack} ${error.cause} ${JSON.stringify(error)}`;
  for (const token of Object.values(host.tokens)) {
    expect(told).not.toContain(token);
  }
  return error;
}
