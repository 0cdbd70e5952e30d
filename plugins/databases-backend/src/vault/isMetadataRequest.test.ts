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

import { isMetadataRequest } from './isMetadataRequest';

describe('isMetadataRequest', () => {
  it.each([
    'GET sys/health',
    'GET sys/internal/ui/mounts/kv',
    'GET sys/internal/ui/mounts/team-a/kv',
    'POST sys/capabilities-self',
    'POST auth/kubernetes/login',
    'POST auth/clusters/prod/login',
    'GET auth/token/lookup-self',
    'POST auth/token/renew-self',
    'POST auth/token/revoke-self',
    'GET kv/metadata/apps/shop',
    'GET team-a/kv/metadata/apps/shop%40dev',
    'GET database/roles/shop',
    'GET database/static-roles/shop',
  ])('lets %s pass', question => {
    const [method, route] = question.split(' ');
    expect(isMetadataRequest(method, route)).toBe(true);
  });

  it.each([
    { reason: 'a value', question: 'GET kv/data/apps/shop' },
    { reason: 'a value of version 1', question: 'GET kv/apps/shop' },
    {
      reason: 'the value of an entry called metadata/shop',
      question: 'GET kv/data/metadata/shop',
    },
    {
      reason: 'the value of an entry called roles/shop',
      question: 'GET kv/data/roles/shop',
    },
    { reason: 'names of keys', question: 'GET kv/subkeys/apps/shop' },
    { reason: 'new credentials', question: 'GET database/creds/shop' },
    { reason: 'a password', question: 'GET database/static-creds/shop' },
    { reason: 'the root user', question: 'GET database/config/shop' },
    { reason: 'no lease', question: 'POST sys/leases/lookup' },
    { reason: 'ids of leases', question: 'GET sys/leases/lookup/database' },
    { reason: 'the end of a lease', question: 'POST sys/leases/revoke' },
    { reason: 'a longer lease', question: 'POST sys/leases/renew' },
    { reason: 'a list', question: 'GET kv/metadata/apps?list=1' },
    { reason: 'a query', question: 'GET sys/health?standbyok=true' },
    { reason: 'a list by verb', question: 'LIST kv/metadata/apps' },
    { reason: 'a change', question: 'POST kv/metadata/apps/shop' },
    { reason: 'a deletion', question: 'DELETE kv/metadata/apps/shop' },
    { reason: 'rotation', question: 'POST database/roles/shop' },
    { reason: 'a policy', question: 'GET sys/policies/acl/default' },
    { reason: 'system paths', question: 'GET sys/metadata/x' },
    { reason: 'other tokens', question: 'POST auth/token/lookup' },
    { reason: 'encoded slashes', question: 'GET kv/metadata/..%2Fdata/shop' },
    { reason: 'encoded dots', question: 'GET kv/metadata/%2e%2e/data/shop' },
    { reason: 'an empty segment', question: 'GET kv//metadata/shop' },
    { reason: 'nothing', question: 'GET ' },
  ])('keeps back $question: $reason', ({ question }) => {
    const [method, route] = question.split(' ');
    expect(isMetadataRequest(method, route)).toBe(false);
  });

  it.each([
    { body: { lease_id: 'database/creds/shop/a' }, passes: true },
    {
      body: { lease_id: 'database/creds/shop/a', increment: 1 },
      passes: false,
    },
    { body: { lease_id: 7 }, passes: false },
    { body: {}, passes: false },
    { body: 'lease_id', passes: false },
  ])('looks up a lease by its id alone: $body', ({ body, passes }) => {
    expect(isMetadataRequest('POST', 'sys/leases/lookup', body)).toBe(passes);
    expect(isMetadataRequest('POST', 'sys/leases/revoke', body)).toBe(false);
  });
});
