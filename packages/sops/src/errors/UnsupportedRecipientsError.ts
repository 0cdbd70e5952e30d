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

import type { Recipient } from '../rules/model';
import { SopsError } from './SopsError';

/**
 * The rule names recipients that this package cannot encrypt to. Nothing was
 * written: a file that lacks a recipient locks somebody out.
 *
 * @public
 */
export class UnsupportedRecipientsError extends SopsError<
  'UNSUPPORTED_RECIPIENTS',
  { readonly recipients: readonly Recipient[] }
> {
  constructor(recipients: readonly Recipient[]) {
    const names = recipients.map(({ type, id }) => `${type} ${id}`).join(', ');
    super(
      'UNSUPPORTED_RECIPIENTS',
      `Only age recipients (age1…, age1pq1…, ssh-ed25519, ssh-rsa) can be served ` +
        `here, and the rule also names: ${names}. Encrypt this file with the sops ` +
        'command, or give the path a rule with age recipients only.',
      { recipients },
    );
  }
}
