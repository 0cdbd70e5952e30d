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

import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';

/** What the backend's dynamic feature service serves, when there is one. */
export const dynamicFeatures = createFrontendFeatureLoader({
  async loader({ config }) {
    if (!config.has('dynamicPlugins')) {
      return [];
    }
    const response = await fetch(
      `${config.getString('backend.baseUrl')}/.backstage/dynamic-features/remotes`,
    );
    if (!response.ok) {
      throw new Error(`Asked for dynamic plugins: ${response.status}`);
    }
    // Only who has dynamic plugins loads what loads them.
    const { loadRemotes } = await import('./loadRemotes');
    return loadRemotes(await response.json());
  },
});
