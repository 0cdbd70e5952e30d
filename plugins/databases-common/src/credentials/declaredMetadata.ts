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

import { appLabels, deleteGuard, syncWave } from '../manifests';
import { DatabaseDraft, Manifest } from '../model';

/**
 * Name, labels and annotations of an object that leads to a Secret. In the
 * databases namespace it stays as long as the cluster does: with it the operator
 * would delete the Secret that the cluster reads.
 */
export function declaredMetadata(
  database: DatabaseDraft,
  kind: Parameters<typeof syncWave>[0],
  { name, namespace }: { readonly name: string; readonly namespace: string },
): Manifest['metadata'] {
  const beside = namespace === database.names.databasesNamespace;
  return {
    name,
    namespace,
    labels: beside ? database.labels : appLabels(database.labels),
    annotations: {
      ...database.annotations,
      ...(beside && deleteGuard),
      ...syncWave(kind),
    },
  };
}
