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

import { NameTemplates, PathTemplates } from '../model';
import { HouseFacts, HouseObject } from './HouseFacts';
import { TemplateSample } from './inferTemplate';
import { LearnedApp } from './learnApps';
import { LearnedCluster } from './learnClusters';
import { Lesson, sampleOf } from './Lesson';

/** What databases and apps are called, and where their files are. */
export function learnNames(
  { applications }: HouseFacts,
  apps: readonly LearnedApp[],
  {
    own,
    bases,
  }: {
    readonly own: readonly LearnedCluster[];
    readonly bases: readonly HouseObject[];
  },
  production: string,
): {
  readonly lessons: readonly Lesson[];
  readonly remarks: readonly string[];
} {
  const delivered = own.flatMap(cluster =>
    applications.platform
      .filter(({ sources }) =>
        sources.some(({ path }) => path === cluster.folder),
      )
      .map(({ name = '', file }) => ({ ...cluster, path: file, name })),
  );
  const shared = sharersOfSecrets(own);
  return {
    lessons: [
      nameLesson(
        'appNamespace',
        ofApp(({ namespace }) => namespace),
      ),
      nameLesson('databasesNamespace', own.flatMap(namespaceOf)),
      nameLesson(
        'cluster',
        ofCluster(cluster => cluster.name),
      ),
      nameLesson(
        'database',
        own.flatMap(known => sampleOf(known, known.database)),
      ),
      nameLesson(
        'owner',
        ofCluster(({ owner }) => owner),
      ),
      // One that environments share is no convention to go on with.
      nameLesson(
        'bootstrapSecret',
        shared.length
          ? []
          : own.flatMap(known =>
              sampleOf(known, known.bootstrapSecret, { cluster: known.name }),
            ),
      ),
      nameLesson(
        'databaseApplication',
        delivered.flatMap(known => sampleOf(known, known.name)),
      ),
      nameLesson(
        'appApplication',
        apps.flatMap(known =>
          sampleOf(known, known.name, { appNamespace: known.namespace }),
        ),
      ),
      pathLesson(
        'clusterFolder',
        ofCluster(({ folder }) => folder),
      ),
      pathLesson('baseFolder', bases.flatMap(baseFolderOf)),
      pathLesson(
        'databaseApplication',
        delivered.flatMap(known =>
          sampleOf(known, known.path, { databaseApplication: known.name }),
        ),
      ),
      pathLesson(
        'values',
        ofApp(({ values }) => values),
      ),
      pathLesson(
        'releaseValues',
        ofApp(({ release }) => release),
      ),
      pathLesson(
        'appApplication',
        ofApp(known => known.path),
      ),
      pathLesson(
        'chart',
        ofApp(({ chart }) => chart || undefined),
      ),
    ],
    remarks: shared.length
      ? [
          `names.bootstrapSecret: ${shared.map(known => known.path).join(' and ')} share ${shared[0].bootstrapSecret}; new databases get one for each environment.`,
        ]
      : [],
  };

  function ofApp(text: (app: LearnedApp) => string | undefined) {
    return apps.flatMap(known => sampleOf(known, text(known)));
  }
  function ofCluster(text: (cluster: LearnedCluster) => string | undefined) {
    return own.flatMap(known =>
      sampleOf(known, text(known), {
        ...(known.namespace !== undefined && {
          databasesNamespace: known.namespace,
        }),
        ...(known.database !== undefined && { database: known.database }),
      }),
    );
  }
  function namespaceOf(cluster: LearnedCluster) {
    const app = apps.find(
      other =>
        other.app === cluster.app && other.environment === cluster.environment,
    );
    return sampleOf(cluster, cluster.namespace, {
      ...(app && { appNamespace: app.namespace }),
    });
  }
  function baseFolderOf({ path: file }: HouseObject) {
    const folder = file.slice(0, file.lastIndexOf('/'));
    const app = folder.slice(folder.lastIndexOf('/') + 1);
    return sampleOf({ app, environment: production, path: file }, folder);
  }
}

/** Clusters of different environments that have one bootstrap secret. */
function sharersOfSecrets(
  clusters: readonly LearnedCluster[],
): readonly LearnedCluster[] {
  const place = ({ namespace, bootstrapSecret }: LearnedCluster) =>
    `${namespace}/${bootstrapSecret}`;
  return clusters.filter(
    cluster =>
      cluster.bootstrapSecret !== undefined &&
      clusters.some(
        other =>
          other.environment !== cluster.environment &&
          place(other) === place(cluster),
      ),
  );
}

function nameLesson(
  key: keyof NameTemplates,
  samples: readonly TemplateSample[],
): Lesson {
  return { path: ['options', 'names', key], samples };
}

function pathLesson(
  key: keyof PathTemplates,
  samples: readonly TemplateSample[],
): Lesson {
  return { path: ['options', 'paths', key], samples };
}
