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

import { z } from 'zod';
import { DatabaseRequest } from '../model';
import { databaseRequestSchema, parseDatabaseRequest } from '.';

const request = (spec: object = {}) => ({
  apiVersion: 'basewell.dev/v1alpha1',
  kind: 'DatabaseRequest',
  metadata: { name: 'shop' },
  spec: { environments: [{ name: 'dev' }], ...spec },
});

/** Fails to compile when the schema and the model say different things. */
type Frozen<T> = T extends object
  ? { readonly [key in keyof T]: Frozen<T[key]> }
  : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const schemaIsModel: Same<
  Frozen<z.output<typeof databaseRequestSchema>>,
  Frozen<DatabaseRequest>
> = true;
const noOtherFields: Same<
  keyof z.output<typeof databaseRequestSchema>['spec']['environments'][number],
  keyof DatabaseRequest['spec']['environments'][number]
> = true;

describe('parseDatabaseRequest', () => {
  it('speaks of the model', () => {
    expect([schemaIsModel, noOtherFields]).toEqual([true, true]);
  });

  it('fills in the defaults', () => {
    expect(parseDatabaseRequest(request())).toEqual(
      request({
        engine: 'cnpg',
        version: '17',
        databases: [],
        names: {},
        waivers: [],
      }),
    );
  });

  it('keeps everything that can be said', () => {
    const spec = {
      service: 'component:default/shop',
      owner: 'group:default/team-shop',
      target: 'synestra',
      reason: 'Orders move out of the monolith.',
      engine: 'cnpg',
      version: '17',
      environments: [
        { name: 'dev', size: 'small', backup: false, pooler: false },
        {
          name: 'prod',
          size: 'medium',
          instances: 3,
          storage: '20Gi',
          storageClass: 'fast',
          resources: { cpu: '500m', memory: '1Gi' },
          backup: {
            method: 'barmanPlugin',
            schedule: '0 0 2 * * *',
            retention: '30d',
          },
          pooler: { mode: 'transaction', instances: 2 },
          monitoring: true,
        },
      ],
      databases: [
        { name: 'reports', owner: 'reporter', extensions: ['pg_trgm'] },
      ],
      names: { cluster: 'shop-pg', appNamespace: { dev: 'web-shop-test' } },
      waivers: [
        { rule: 'separate-credentials', reason: 'Canon.', until: '2027-01-31' },
      ],
    };
    expect(parseDatabaseRequest(request(spec)).spec).toEqual(spec);
  });

  it('takes a version that YAML read as a number', () => {
    expect(parseDatabaseRequest(request({ version: 17 })).spec.version).toBe(
      '17',
    );
  });

  it.each<{ reason: string; input: unknown; says: string[] }>([
    {
      reason: 'nothing at all',
      input: undefined,
      says: ['request: is missing; it is a map of fields'],
    },
    {
      reason: 'another kind',
      input: { ...request(), kind: 'Database' },
      says: ['kind: write "DatabaseRequest"'],
    },
    {
      reason: 'a quantity of another world',
      input: request({
        environments: [{ name: 'dev' }, { name: 'prod', storage: '20GB' }],
      }),
      says: [
        'spec.environments[1].storage: "20GB" is not a Kubernetes quantity; write 20Gi',
      ],
    },
    {
      reason: 'several problems at once',
      input: request({
        version: 'seventeen',
        environments: [
          { name: 'dev', resources: { cpu: 'one', memory: '512MB' } },
          { name: 'dev' },
        ],
      }),
      says: [
        'spec.version: is not a major version; write it like "17"',
        'spec.environments[0].resources.cpu: "one" is not a Kubernetes quantity; write 500m',
        'spec.environments[0].resources.memory: "512MB" is not a Kubernetes quantity; write 512Mi',
        'spec.environments[1].name: "dev" is there twice; name each environment once',
      ],
    },
    {
      reason: 'a mistyped field',
      input: request({ environment: [], owners: 'x' }),
      says: [
        'spec.environment: there is no such field; did you mean "environments"?',
        'spec.owners: there is no such field; did you mean "owner"?',
      ],
    },
    {
      reason: 'an unheard-of field deep inside',
      input: request({
        environments: [{ name: 'dev', backup: { frequency: 'daily' } }],
      }),
      says: [
        'spec.environments[0].backup.frequency: there is no such field; known are method, schedule, retention',
      ],
    },
    {
      reason: 'no environments',
      input: request({ environments: [] }),
      says: [
        'spec.environments: are empty; name at least one, such as [{name: dev}]',
      ],
    },
    {
      reason: 'a schedule with five fields',
      input: request({
        environments: [{ name: 'prod', backup: { schedule: '0 2 * * *' } }],
      }),
      says: [
        'spec.environments[0].backup.schedule: "0 2 * * *" has five fields, which CloudNativePG reads as "second minute hour day month": it would run far more often than meant; write six, seconds first: 0 0 2 * * *',
      ],
    },
    {
      reason: 'backup: true says nothing',
      input: request({ environments: [{ name: 'prod', backup: true }] }),
      says: ['spec.environments[0].backup: write false, or a map of fields'],
    },
    {
      reason: 'a service that is no entity reference',
      input: request({ service: 'shop' }),
      says: [
        'spec.service: is not an entity reference; write kind:namespace/name, such as component:default/shop',
      ],
    },
    {
      reason: 'a waiver without a reason and with an impossible day',
      input: request({
        waivers: [{ rule: 'naming', reason: ' ', until: '2026-02-30' }],
      }),
      says: [
        'spec.waivers[0].reason: is empty',
        'spec.waivers[0].until: is not a day; write YYYY-MM-DD',
      ],
    },
    {
      reason: 'an unknown pooler mode',
      input: request({
        environments: [{ name: 'dev', pooler: { mode: 'statement' } }],
      }),
      says: [
        'spec.environments[0].pooler.mode: "statement" is none of session, transaction',
      ],
    },
  ])('refuses $reason', ({ input, says }) => {
    expect(() => parseDatabaseRequest(input)).toThrow(
      expect.objectContaining({ name: 'InputError', message: says.join('\n') }),
    );
  });
});
