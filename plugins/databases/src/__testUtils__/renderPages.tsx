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

import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { DatabasesPages } from '../fleet';
import { rootRouteRef } from '../routes';
import { apisOf } from './apisOf';
import { FakeDatabases } from './FakeDatabases';

/** Shows the portal's pages of databases, `/databases` and below. */
export function renderPages(fake: FakeDatabases, address: string) {
  return renderTestApp({
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/databases',
          routeRef: rootRouteRef,
          loader: async () => <DatabasesPages />,
        },
      }),
    ],
    apis: [...apisOf(fake)],
    initialRouteEntries: [address],
  });
}
