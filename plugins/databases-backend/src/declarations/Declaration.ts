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

import { InventoryDeclaration } from '@basewell/plugin-databases-common';
import { DeclaredObject } from '@basewell/plugin-databases-common/domain';

/** An object in git that will stand for databases, or does so already. */
export interface Declaration {
  readonly object: DeclaredObject;
  /** Where it is to run, as the target says. Not said: in the only Kubernetes cluster. */
  readonly kubernetesCluster: string | undefined;
  readonly source: InventoryDeclaration;
}
