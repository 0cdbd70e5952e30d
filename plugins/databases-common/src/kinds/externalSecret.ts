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

/** What is kept of the entries, as JSON: a database needs a few. */
const MOST_ENTRIES = 500;

/**
 * What is kept of a copy of entries of a store.
 *
 * @public
 */
export interface ExternalSecretData {
  /** The Secret that it writes. */
  readonly secret: string;
  /** Left out when every entry names its own. */
  readonly store?: StoreReference;
  /** What it reads there, each once. */
  readonly entries: readonly string[];
  /** Whether a generator makes the value instead. */
  readonly generated?: boolean;
  /** `Periodic`, `OnChange` or `CreatedOnce`. */
  readonly refreshPolicy?: string;
  /** `1h`; `0` is never again. */
  readonly refreshInterval?: string;
  /** Of the last poll that went well, which is no change: RFC 3339. */
  readonly refreshedAt?: string;
  readonly generation?: number;
  readonly observedGeneration?: number;
  /** The ClusterExternalSecret that made it. */
  readonly madeBy?: string;
  readonly conditions: readonly SecretCondition[];
}

/** Found under `secret:<namespace>/<Secret>`, and by what it reads. @public */
export const externalSecret: ObservedKind<ExternalSecretData> = {
  id: 'externalsecrets.external-secrets.io',
  group: 'external-secrets.io',
  versions: ['v1', 'v1beta1'],
  resource: 'externalsecrets',
  kind: 'ExternalSecret',
  namespaced: true,
  elsewhere: true,
  feeds:
    'Which entries of a store a Secret is copied from, and whether that works.',
  lane: 'credential',
  project(object) {
    const fields = Fields.of(object);
    const spec = fields.at('spec');
    const status = fields.at('status');
    const sources = [
      ...spec.list('data').map(item => item.at('remoteRef')),
      ...spec.list('dataFrom').map(item => item.at('extract')),
    ];
    return {
      secret: spec.string('target', 'name') || object.metadata.name,
      store: readStoreReference(spec.at('secretStoreRef'))[0],
      entries: new CharacterBudget(MOST_ENTRIES).keep([
        ...new Set(sources.flatMap(source => source.string('key') ?? [])),
      ]).kept,
      generated:
        spec
          .list('dataFrom')
          .some(item => item.at('sourceRef', 'generatorRef').present) ||
        undefined,
      refreshPolicy: spec.string('refreshPolicy'),
      refreshInterval: spec.string('refreshInterval'),
      refreshedAt: status.string('refreshTime'),
      generation: fields.number('metadata', 'generation'),
      observedGeneration: syncedGeneration(
        status.string('syncedResourceVersion'),
      ),
      madeBy: object.metadata.ownerReferences?.find(
        ({ kind }) => kind === 'ClusterExternalSecret',
      )?.name,
      conditions: readSecretConditions(fields),
    };
  },
  keys: ({ namespace, data: { secret, store, entries } }) => [
    `secret:${namespace}/${secret}`,
    ...(store ? entries.map(entry => remoteKey(store, namespace, entry)) : []),
  ],
};
