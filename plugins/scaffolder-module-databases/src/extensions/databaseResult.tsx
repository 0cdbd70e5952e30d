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

import { scaffolderTemplateOutputsBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { ComponentProps, lazy, Suspense } from 'react';
import type { DatabaseResult as Component } from '../result';

const DatabaseResult = lazy(async () => ({
  default: (await import('../result')).DatabaseResult,
}));

/** Other names of the template are added by overriding this extension. */
export const databaseResult = scaffolderTemplateOutputsBlueprint.make({
  name: 'create-database',
  params: {
    templateRefs: ['template:default/create-database'],
    component: (props: ComponentProps<typeof Component>) => (
      <Suspense fallback={null}>
        <DatabaseResult {...props} />
      </Suspense>
    ),
  },
});
