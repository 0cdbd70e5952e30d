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

import { CredentialRule } from './CredentialScene';
import { credentialAge } from './rules/credentialAge';
import { credentialConsumers } from './rules/credentialConsumers';
import { credentialCoverage } from './rules/credentialCoverage';
import { credentialDrift } from './rules/credentialDrift';
import { credentialEvents } from './rules/credentialEvents';
import { credentialExpired } from './rules/credentialExpired';
import { credentialFailing } from './rules/credentialFailing';
import { credentialFile } from './rules/credentialFile';
import { credentialKnown } from './rules/credentialKnown';
import { credentialLease } from './rules/credentialLease';
import { credentialPlain } from './rules/credentialPlain';
import { credentialReload } from './rules/credentialReload';
import { credentialRotatedBehind } from './rules/credentialRotatedBehind';
import { credentialSilent } from './rules/credentialSilent';
import { credentialSources } from './rules/credentialSources';
import { credentialTaken } from './rules/credentialTaken';
import { credentialUsername } from './rules/credentialUsername';
import { credentialWaiting } from './rules/credentialWaiting';
import { passwordLength } from './rules/passwordLength';

/** What is asked of each chain. Of two that find the same state the earlier one gives the sentence. */
export const credentialRules: readonly CredentialRule[] = [
  credentialFailing,
  credentialUsername,
  credentialSilent,
  credentialWaiting,
  credentialEvents,
  credentialExpired,
  credentialSources,
  credentialRotatedBehind,
  credentialDrift,
  credentialConsumers,
  credentialPlain,
  passwordLength,
  credentialFile,
  credentialAge,
  credentialKnown,
  credentialLease,
  credentialTaken,
  credentialCoverage,
  credentialReload,
];
