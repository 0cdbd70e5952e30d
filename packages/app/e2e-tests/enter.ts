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

import { Page } from '@playwright/test';

/** The demo's sign-in is not remembered: every full load asks who it is. */
export async function enter(
  page: Page,
  path: string,
  person: 'Ada' | 'Grace' = 'Ada',
): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: `Enter as ${person}` }).click();
}
