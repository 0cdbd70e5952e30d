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

import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import type { formFields } from '../fields';

/** All fields are one lazy chunk: a form that has one of them has them all. */
function extension(name: string, field: keyof typeof formFields) {
  return FormFieldBlueprint.make({
    name,
    params: {
      field: async () => (await import('../fields')).formFields[field],
    },
  });
}

export const formFieldExtensions = [
  extension('database-service-picker', 'DatabaseServicePicker'),
  extension('database-target-picker', 'DatabaseTargetPicker'),
  extension('database-app-key', 'DatabaseAppKey'),
  extension('database-environments', 'DatabaseEnvironments'),
  extension('database-version', 'DatabaseVersion'),
  extension('database-reason', 'DatabaseReason'),
  extension('database-extras', 'DatabaseExtras'),
  extension('database-names', 'DatabaseNames'),
  extension('database-review', 'DatabaseReview'),
  extension('database-waivers', 'DatabaseWaivers'),
];
