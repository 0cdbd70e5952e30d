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

import type { Recipient as AgeRecipient } from 'age-encryption';

/**
 * A kind of age recipient. A new kind is one file and one line in the registry.
 *
 * @internal
 */
export interface RecipientKind {
  /** Whether a recipient is of this kind, by its look; at most one kind says so. */
  recognizes(recipient: string): boolean;
  /**
   * What to encrypt to.
   *
   * @throws Error with a short reason if the recipient is malformed
   */
  parse(recipient: string): AgeRecipient | string;
}
