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

import { Manifest, PlannedFile } from '../model';
import { readYaml } from '../yaml';

/**
 * The Kubernetes objects in a planned file; none in a secret, and none in a
 * file that is not YAML.
 */
export function readManifests(file: PlannedFile): readonly Manifest[] {
  if (file.kind !== 'text' || file.repository !== 'platform') {
    return [];
  }
  try {
    return readYaml(file.content).filter(isManifest);
  } catch {
    return [];
  }
}

function isManifest(document: unknown): document is Manifest {
  const candidate = document as Partial<Manifest> | null | undefined;
  return (
    typeof candidate === 'object' &&
    typeof candidate?.kind === 'string' &&
    typeof candidate.metadata?.name === 'string'
  );
}
