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

import { violation } from '../messages';
import { DatabaseNames, Obstacle } from '../model';

/** What brings manifests into the Kubernetes cluster. @public */
export type DeliveryTool = 'argocd' | 'flux';

/** What must be unique, and within which namespace. */
const distinct: readonly {
  readonly what: keyof DatabaseNames;
  readonly scope: readonly (keyof DatabaseNames)[];
  /** Left out: of databases in a cluster of their own and in a shared one alike. */
  readonly cluster?: 'own' | 'shared';
  /** Left out: whatever delivers. */
  readonly tool?: DeliveryTool;
}[] = [
  { what: 'cluster', scope: ['databasesNamespace'], cluster: 'own' },
  {
    what: 'database',
    scope: ['databasesNamespace', 'cluster'],
    cluster: 'shared',
  },
  {
    what: 'owner',
    scope: ['databasesNamespace', 'cluster'],
    cluster: 'shared',
  },
  { what: 'runtimeSecret', scope: ['appNamespace'] },
  { what: 'databaseApplication', scope: [], cluster: 'own' },
  // Applications are all in one namespace, a HelmRelease is in that of its app.
  { what: 'appApplication', scope: [], tool: 'argocd' },
  { what: 'appApplication', scope: ['appNamespace'], tool: 'flux' },
];

/**
 * Names that must differ between the environments of one request. A bootstrap
 * secret may be shared; the rule `separate-credentials` judges that.
 *
 * @public
 */
export function checkCollisions(
  databases: readonly {
    readonly environment: string;
    readonly names: DatabaseNames;
    /** Whether it goes into a cluster that stands. */
    readonly shared?: boolean;
  }[],
  delivery: DeliveryTool = 'argocd',
): readonly Obstacle[] {
  const applying = distinct.filter(
    ({ tool }) => tool === undefined || tool === delivery,
  );
  return applying.flatMap(({ what, scope, cluster }) => {
    const concerned = databases.filter(
      ({ shared = false }) =>
        cluster === undefined || shared === (cluster === 'shared'),
    );
    const separator = ['database', 'owner'].includes(what) ? '_' : '-';
    return concerned.flatMap((database, index) => {
      const identity = (names: DatabaseNames) =>
        JSON.stringify([names[what], ...scope.map(other => names[other])]);
      const twin = concerned
        .slice(0, index)
        .find(({ names }) => identity(names) === identity(database.names));
      return twin
        ? [
            {
              rule: 'environment-collision',
              field: `spec.names.${what}`,
              ...violation('environmentCollision.same', {
                what,
                name: database.names[what],
                environment: database.environment,
                other: twin.environment,
                alternative: `${database.names[what]}${separator}${database.environment}`,
              }),
            },
          ]
        : [];
    });
  });
}
