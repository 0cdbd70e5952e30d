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

import { SopsError } from './SopsError';

/**
 * A creation rule cannot be used for encrypting: it names no recipient, has an
 * empty key group, or a threshold that its groups cannot meet.
 *
 * @public
 */
export class InvalidRuleError extends SopsError<
  'INVALID_RULE',
  { readonly rule: string; readonly reason: string }
> {
  constructor(rule: string, reason: string) {
    super('INVALID_RULE', `${rule} ${reason}`, { rule, reason });
  }
}
