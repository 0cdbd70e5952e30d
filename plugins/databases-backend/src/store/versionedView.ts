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

import { FactView } from '@basewell/plugin-databases-common/domain';

/**
 * Tells the resource versions of what is looked at in a view's own Kubernetes
 * cluster. Kubernetes counts them up and they may be compared, see
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions.
 */
export function versionedView(
  view: FactView,
  onVersion: (version: number) => void,
): FactView {
  return {
    ...view,
    of: (kind, key) => {
      const facts = view.of(kind, key);
      for (const { resourceVersion } of facts) {
        onVersion(Number(resourceVersion) || 0);
      }
      return facts;
    },
  };
}
