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

import { hybrid } from './hybrid';
import type { RecipientKind } from './model';
import { sshEd25519 } from './sshEd25519';
import { sshRsa } from './sshRsa';
import { x25519 } from './x25519';

/** Every kind of recipient that can be encrypted to. @internal */
export const recipientKinds: readonly RecipientKind[] = [
  x25519,
  hybrid,
  sshEd25519,
  sshRsa,
];
