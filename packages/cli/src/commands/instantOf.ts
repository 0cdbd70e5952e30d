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

import { InputError } from '@backstage/errors';

/**
 * The time to judge at.
 *
 * @param text - of `--now`; left out: the clock says it
 * @returns a UTC ISO instant.
 */
export function instantOf(text: string | undefined): string {
  const date = text === undefined ? new Date() : new Date(text);
  if (
    Number.isNaN(date.getTime()) ||
    (text !== undefined &&
      !/^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:\d\d))?$/.test(text))
  ) {
    throw new InputError(
      `--now: "${text}" is no instant; write it like 2026-11-21T02:00:00Z`,
    );
  }
  return date.toISOString();
}
