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

import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiDatabase2Line } from '@remixicon/react';

/** On services and on databases; an app-config `filter` says otherwise. */
export const databasesEntityContent = EntityContentBlueprint.make({
  name: 'databases',
  if: { permissions: { $contains: 'databases.read' } },
  params: {
    path: '/databases',
    title: 'Databases',
    icon: <RiDatabase2Line />,
    filter: {
      $any: [
        { kind: 'component' },
        { kind: 'resource', 'spec.type': 'database' },
      ],
    },
    loader: async () => {
      const { DatabasesEntityContent } = await import('../tab');
      return <DatabasesEntityContent />;
    },
  },
});
