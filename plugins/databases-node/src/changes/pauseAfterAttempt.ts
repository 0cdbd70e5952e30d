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

import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE = 250;

/**
 * Waits before a change is planned again: longer each time, and differently
 * long, so that two tasks which met do not meet again. After five attempts that
 * is eight seconds, in which a host that is short of processor time has finished
 * what it was doing for the other one.
 *
 * @param attempt - number of the one that failed, from 1
 */
export async function pauseAfterAttempt(attempt: number): Promise<void> {
  await sleep(FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + Math.random()));
}
