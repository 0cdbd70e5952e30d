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

import { HouseFacts, HouseObject } from './HouseFacts';
import { LearnedApp } from './learnApps';
import { LearnedCluster } from './learnClusters';
import { Lesson, sampleOf } from './Lesson';
import { readSealedSecrets, SealedSecretFact } from './readSealedSecrets';

/** Keys of connection strings: `DATABASE_URI`, `DB_URL`, `PG_DSN`. */
const uriKey = /(^|_)(DATABASE|DB|POSTGRES|POSTGRESQL|PG)_?(URI|URL|DSN)$/i;

/**
 * Where encrypted and sealed Secrets lie and what they are called, and which keys
 * apps read.
 * Keys are in the clear; values are never looked at.
 */
export function learnSecrets(
  { objects }: HouseFacts,
  known: {
    readonly apps: readonly LearnedApp[];
    readonly clusters: readonly LearnedCluster[];
  },
): readonly Lesson[] {
  const secrets = objects.flatMap(readSealedSecrets);
  const bootstrap = known.clusters.flatMap(cluster =>
    secrets
      .filter(
        ({ name, namespace = cluster.namespace }) =>
          name === cluster.bootstrapSecret && namespace === cluster.namespace,
      )
      .map(secret => ({ cluster, secret })),
  );
  const runtime = known.apps.flatMap(app =>
    secrets
      .filter(secret => isIn(app.namespace, secret) && secret.keys.some(isUri))
      .map(secret => ({ app, secret })),
  );
  const uris = runtime.flatMap(({ secret }) =>
    secret.keys.filter(isUri).map(key => ({ key, path: secret.path })),
  );
  const declared = objects.find(({ kind }) =>
    ['ExternalSecret', 'VaultStaticSecret'].includes(kind),
  );
  return [
    {
      path: ['options', 'names', 'runtimeSecret'],
      samples: runtime.flatMap(({ app, secret }) =>
        sampleOf({ ...app, path: secret.path }, secret.name, {
          appNamespace: app.namespace,
        }),
      ),
    },
    {
      path: ['options', 'paths', 'bootstrapSecret'],
      samples: bootstrap.flatMap(({ cluster, secret }) =>
        sampleOf({ ...cluster, path: secret.path }, secret.path, {
          secret: secret.name,
          databasesNamespace: cluster.namespace ?? '',
        }),
      ),
    },
    {
      path: ['options', 'paths', 'runtimeSecret'],
      samples: runtime.flatMap(({ app, secret }) =>
        sampleOf({ ...app, path: secret.path }, secret.path, {
          secret: secret.name,
          appNamespace: app.namespace,
        }),
      ),
    },
    {
      path: ['options', 'secrets', 'uriKey'],
      samples: uris.map(({ key, path }) => ({ text: key, values: {}, path })),
    },
    ...(secrets.length || !declared
      ? []
      : [
          {
            path: ['options', 'credentials'],
            value: { source: sourceOf(declared) },
            evidence: [declared.path],
          },
        ]),
  ];
}

function sourceOf({ kind }: HouseObject): string {
  return kind === 'VaultStaticSecret' ? 'vault-static' : 'external-secret';
}

function isUri(key: string): boolean {
  return uriKey.test(key);
}

/** What is encrypted as a whole says in its path where it belongs. */
function isIn(place: string, { namespace, path }: SealedSecretFact): boolean {
  return namespace === undefined
    ? path.split(/[/.]/).includes(place)
    : namespace === place;
}
