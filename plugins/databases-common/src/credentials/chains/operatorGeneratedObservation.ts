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

import { CredentialObservation } from '../CredentialObservation';

/**
 * Operators make a Secret where no other is named: CloudNativePG `<cluster>-app`.
 * The engine says which, by what it looks at anyway.
 */
export const operatorGeneratedObservation: CredentialObservation = {
  id: 'operator-generated',
  observes: [],
  claims: ({ namespace, name }, { credentials }) =>
    credentials.uses.flatMap(use =>
      use.maker && use.namespace === namespace && use.name === name
        ? [{ source: 'operator-generated', hops: [use.maker] }]
        : [],
    ),
};
