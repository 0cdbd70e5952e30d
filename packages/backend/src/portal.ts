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

import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';

/** The portal without the databases: Backstage, and the demo estate. */
export const portal = createBackendFeatureLoader({
  loader: () => [
    import('@backstage/plugin-app-backend'),
    import('@backstage/plugin-auth-backend'),
    import('@backstage/plugin-auth-backend-module-guest-provider'),
    import('@backstage/plugin-catalog-backend'),
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
    import('@backstage/plugin-catalog-backend-module-logs'),
    import('@backstage/plugin-permission-backend'),
    import('@backstage/plugin-scaffolder-backend'),
    import('@backstage/plugin-search-backend'),
    import('@backstage/plugin-search-backend-module-catalog'),
    import('@backstage/plugin-kubernetes-backend'),
    import('@backstage/plugin-notifications-backend'),
    import('@backstage/plugin-signals-backend'),

    // Its forge, its sign-in and its permission policy.
    import('@basewell/demo'),
  ],
});
