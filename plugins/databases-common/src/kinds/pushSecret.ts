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

import { Fields, ObservedKind } from '../observation';
import { CharacterBudget } from './CharacterBudget';
import { readSecretConditions, SecretCondition } from './SecretCondition';
import {
  readStoreReference,
  remoteKey,
  StoreReference,
} from './StoreReference';
import { syncedGeneration } from './syncedGeneration';

/** What is kept of the stores, and of the entries, as JSON. */
const MOST = 250;

/**
 * What is kept of a Secret that is copied into stores, the other way round.
 *
 * @public
 */
export interface PushSecretData {
  /** The Secret that it reads. */
  readonly secret: string;
  readonly stores: readonly StoreReference[];
  /** What it writes there, each once. */
  readonly entries: readonly string[];
  readonly refreshInterval?: string;
  /** Of the last poll that went well: RFC 3339. */
  readonly refreshedAt?: string;
  readonly generation?: number;
  readonly observedGeneration?: number;
  readonly conditions: readonly SecretCondition[];
}

/** Found by what it writes, and under `secret:<namespace>/<Secret>` of what it reads. @public */
export const pushSecret: ObservedKind<PushSecretData> = {
  id: 'pushsecrets.external-secrets.io',
  group: 'external-secrets.io',
  versions: ['v1alpha1'],
  resource: 'pushsecrets',
  kind: 'PushSecret',
  namespaced: true,
  elsewhere: true,
  feeds: 'Which stores a Secret of a database is copied into.',
  lane: 'credential',
  project(object) {
    const fields = Fields.of(object);
    const spec = fields.at('spec');
    const secret = spec.string('selector', 'secret', 'name');
    return secret
      ? {
          secret,
          stores: new CharacterBudget(MOST).keep(
            spec.list('secretStoreRefs').flatMap(readStoreReference),
          ).kept,
          entries: new CharacterBudget(MOST).keep([
            ...new Set(
              spec
                .list('data')
                .flatMap(
                  item => item.string('match', 'remoteRef', 'remoteKey') ?? [],
                ),
            ),
          ]).kept,
          refreshInterval: spec.string('refreshInterval'),
          refreshedAt: fields.string('status', 'refreshTime'),
          generation: fields.number('metadata', 'generation'),
          observedGeneration: syncedGeneration(
            fields.string('status', 'syncedResourceVersion'),
          ),
          conditions: readSecretConditions(fields),
        }
      : undefined;
  },
  keys: ({ namespace, data: { secret, stores, entries } }) => [
    `secret:${namespace}/${secret}`,
    ...stores.flatMap(store =>
      entries.map(entry => remoteKey(store, namespace, entry)),
    ),
  ],
};
