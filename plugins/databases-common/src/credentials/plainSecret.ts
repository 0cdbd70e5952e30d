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

import { plainSecretObservation } from './chains/plainSecretObservation';
import { CredentialSource } from './CredentialSource';

/**
 * A Secret whose values anybody can read who can read the repository.
 *
 * @public
 */
export const plainSecret: CredentialSource = {
  id: 'plain-secret',
  title: 'A Secret that lies open in git',
  observation: plainSecretObservation,
};
