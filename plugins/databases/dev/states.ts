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
  ambiguous,
  credentialDetails,
  details,
  entityDatabases,
  gaps,
  onDemand,
  request,
} from '../src/__fixtures__';
import { FakeDatabases } from '../src/__testUtils__';

const { healthy, ...others } = details;
const all = [...Object.values(others), healthy];
const nothing = entityDatabases([]);

/** What the backend can answer, by the name of the state it leads to. */
export const states: { readonly [name: string]: () => FakeDatabases } = {
  twelve: () => new FakeDatabases({ databases: entityDatabases(all) }),
  healthy: () =>
    new FakeDatabases({ databases: entityDatabases([details.healthy]) }),
  failed: () =>
    new FakeDatabases({ databases: entityDatabases([details.failed]) }),
  credentials: () =>
    new FakeDatabases({
      databases: entityDatabases(Object.values(credentialDetails)),
    }),
  drifted: () =>
    new FakeDatabases({
      databases: entityDatabases([credentialDetails.drifted]),
    }),
  unknown: () =>
    new FakeDatabases({ databases: entityDatabases([details.forbidden]) }),
  stale: () =>
    new FakeDatabases({
      databases: entityDatabases([details.healthy, details.stale], {
        validUntil: nothing.now,
      }),
    }),
  requested: () =>
    new FakeDatabases({
      databases: entityDatabases([details.progressing]),
      requests: { items: [request], problems: [] },
    }),
  partial: () =>
    new FakeDatabases({
      databases: entityDatabases([details.forbidden, details.healthy], {
        gaps,
        ambiguous,
      }),
      requests: {
        items: [],
        problems: [
          { target: 'other', error: 'The forge did not answer in 10 s' },
        ],
      },
    }),
  onDemand: () => {
    const fake = new FakeDatabases();
    fake.getEntityDatabases = async (_, { kubernetesTokens = {} } = {}) =>
      onDemand.tokenProvider! in kubernetesTokens
        ? entityDatabases([details.healthy, details.failed])
        : entityDatabases([details.healthy], { gaps: [onDemand] });
    return fake;
  },
  oneNamespace: () =>
    new FakeDatabases({
      databases: entityDatabases([details.healthy], {
        gaps: [
          {
            ...onDemand,
            kubernetesCluster: 'ledger',
            state: 'forbidden',
            message:
              'The API server does not let you list pods (403). Ask whoever runs it for that right.',
            namespaces: ['databases'],
          },
        ],
      }),
    }),
  empty: () => new FakeDatabases(),
  emptyPartial: () =>
    new FakeDatabases({ databases: entityDatabases([], { gaps }) }),
  ambiguous: () =>
    new FakeDatabases({ databases: entityDatabases([], { ambiguous }) }),
  loading: () => {
    const fake = new FakeDatabases();
    fake.getEntityDatabases = () => new Promise(() => {});
    fake.getRequests = () => new Promise(() => {});
    return fake;
  },
  error: () => {
    const fake = new FakeDatabases();
    fake.failure = new Error('The databases backend is out of order');
    return fake;
  },
  forbidden: () => {
    const fake = new FakeDatabases();
    fake.failure = Object.assign(new Error('Forbidden'), { statusCode: 403 });
    return fake;
  },
};
