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

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express from 'express';

/** For the Kubernetes cluster `theirs`: may read all of it. */
export const callerToken = 'test-only-google-token';
/** May read the namespace of the database, and no other. */
export const narrowToken = 'test-only-narrow-token';
/** The same, but neither backups nor their schedules. */
export const backuplessToken = 'test-only-backupless-token';

/** Of somebody who asks while the API server is starting. */
export const earlyToken = 'test-only-early-token';

const rights: { readonly [token: string]: (path: string) => boolean } = {
  [callerToken]: () => true,
  [narrowToken]: isOfNamespace,
  [backuplessToken]: path => isOfNamespace(path) && !path.endsWith('backups'),
};

/** Whoever is known may ask what there is. */
function isOfNamespace(path: string): boolean {
  const isDiscovery = /^\/api(s\/[^/]+)?(\/v1)?$/.test(path);
  return isDiscovery || path.includes('/namespaces/databases/');
}

const cluster = {
  metadata: {
    name: 'shop-theirs',
    namespace: 'databases',
    creationTimestamp: '2026-11-01T00:00:00Z',
    labels: { 'basewell.dev/app': 'shop' },
  },
  spec: {
    instances: 1,
    imageName: 'ghcr.io/cloudnative-pg/postgresql:17.6',
    backup: { barmanObjectStore: { destinationPath: 's3://backups' } },
  },
  status: {
    phase: 'Cluster in healthy state',
    instances: 1,
    readyInstances: 1,
    currentPrimary: 'shop-theirs-1',
    targetPrimary: 'shop-theirs-1',
    instancesStatus: { healthy: ['shop-theirs-1'] },
  },
};
const instance = {
  metadata: {
    name: 'shop-theirs-1',
    namespace: 'databases',
    labels: {
      'cnpg.io/cluster': 'shop-theirs',
      'cnpg.io/podRole': 'instance',
      'cnpg.io/instanceRole': 'primary',
    },
  },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
};

const verbs = ['list', 'watch'];
/** What an API server with CloudNativePG and nothing else answers. */
const answers: { readonly [path: string]: object } = {
  '/apis/postgresql.cnpg.io': { versions: [{ version: 'v1' }] },
  '/apis/postgresql.cnpg.io/v1': {
    resources: [
      { name: 'clusters', verbs },
      { name: 'backups', verbs },
      { name: 'scheduledbackups', verbs },
    ],
  },
  '/api/v1': { resources: [{ name: 'pods', verbs }] },
  '/apis/postgresql.cnpg.io/v1/clusters': { metadata: {}, items: [cluster] },
  '/apis/postgresql.cnpg.io/v1/backups': { metadata: {}, items: [] },
  '/apis/postgresql.cnpg.io/v1/scheduledbackups': { metadata: {}, items: [] },
  '/api/v1/pods': { metadata: {}, items: [instance] },
};

/**
 * In place of the Kubernetes plugin: one Kubernetes cluster that is read with
 * the token of a person. The real one is tested against a real API server.
 *
 * @param asked - gets the paths that are read
 */
export function callerKubernetes(asked: string[]) {
  return createBackendPlugin({
    pluginId: 'kubernetes',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          http.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
          const router = express.Router();
          router.get('/clusters', (_, response) => {
            response.json({
              items: [{ name: 'theirs', authProvider: 'google' }],
            });
          });
          router.use('/proxy', ({ path, headers }, response) => {
            asked.push(path);
            const token = headers['backstage-kubernetes-authorization'];
            const mayRead = rights[String(token).replace('Bearer ', '')];
            const answer = answers[path.replace('/namespaces/databases', '')];
            const refuse = (code: number, message: string) =>
              response.status(code).json({ kind: 'Status', code, message });
            if (token === `Bearer ${earlyToken}`) {
              refuse(503, 'starting');
            } else if (!mayRead) {
              refuse(401, 'Unauthorized');
            } else if (!answer) {
              refuse(404, 'not found');
            } else if (!mayRead(path)) {
              refuse(403, 'forbidden');
            } else {
              response.json(answer);
            }
          });
          http.use(router);
        },
      });
    },
  });
}
