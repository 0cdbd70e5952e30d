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

import { Lane } from '../assessment';
import { BackupSource } from '../backups';
import { CredentialSource } from '../credentials';
import { Engine } from '../engines';
import { Layout } from '../layouts';
import { PolicyRule } from '../model';

/**
 * Everything that can be extended, as flat lists. Of two with the same id the
 * first counts.
 *
 * @public
 */
export interface Registries {
  readonly engines: readonly Engine[];
  readonly backups: readonly BackupSource[];
  readonly credentials: readonly CredentialSource[];
  readonly layouts: readonly Layout[];
  readonly rules: readonly PolicyRule[];
  /** Beside health, which the engines judge. */
  readonly lanes: readonly Lane[];
}
