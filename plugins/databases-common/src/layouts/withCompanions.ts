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

import { draftNetworkPolicy } from './draftNetworkPolicy';
import { FileDrafts } from './FileDrafts';
import { Conventions, DatabaseParts } from './Layout';

/** Adds to the manifests of a database what its neighbors have beside theirs. */
export function withCompanions(
  { companions }: Conventions,
  files: FileDrafts,
  parts: DatabaseParts,
): DatabaseParts {
  const model = companions?.[parts.database.environment]?.networkPolicy;
  if (!model) {
    return parts;
  }
  const { manifest, obstacles } = draftNetworkPolicy(model, parts.database);
  obstacles.forEach(obstacle => files.obstacle(obstacle));
  const file = model.path.slice(model.path.lastIndexOf('/') + 1);
  return {
    ...parts,
    manifests: [
      ...parts.manifests,
      {
        // Named after its database there, it would be named after the wrong one here.
        file: file.replace(model.cluster, parts.database.names.cluster),
        purpose: `Who reaches the database of ${parts.database.environment}`,
        manifest,
      },
    ],
  };
}
