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

import { AssessmentSubject } from '../../assessment';
import {
  CredentialCase,
  Seen,
} from '../../credentials/__testUtils__/CredentialCase';
import {
  at,
  condition,
  deployment,
  externalSecret,
  file,
  kvEntry,
  secretObject,
  vaultStaticSecret,
} from '../../credentials/__testUtils__/credentialObjects';
import { CredentialState, KubeObject } from '../../model';
import { Engine } from '../Engine';
import { statefulSetCredentials } from './statefulSetCredentials';

/** Only what credentials need of an engine. */
function engine(id: string, how: 'at-start' | 'once'): Engine {
  const nothing = (_subject: AssessmentSubject) => undefined;
  return {
    id,
    title: id,
    maturity: 'observe-only',
    observation: {
      anchors: [],
      identify: () => [],
      rules: [],
      observes: [],
      assess: nothing,
      credentials: statefulSetCredentials(id, how),
    },
  };
}

const engines = [
  engine('postgres', 'once'),
  engine('redis', 'at-start'),
  engine('arangodb', 'once'),
];

interface Parts {
  readonly name?: string;
  readonly image?: string;
  readonly labels?: object;
  readonly annotations?: object;
  readonly restartedAt?: string;
  readonly env?: readonly object[];
  readonly container?: object;
  readonly volumes?: readonly object[];
  readonly createdAt?: string;
}

const SECRET = 'shop-initdb-secret';

function from(variable: string, key: string, name = SECRET): object {
  return { name: variable, valueFrom: { secretKeyRef: { name, key } } };
}

const password = from('POSTGRES_PASSWORD', 'password');

function postgres(parts: Parts = {}): KubeObject {
  const { name = 'postgresql', image = 'postgres:17', restartedAt } = parts;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name,
      namespace: 'databases',
      creationTimestamp: parts.createdAt ?? '2026-10-01T08:00:00Z',
      labels: parts.labels,
      annotations: parts.annotations,
    },
    spec: {
      replicas: 1,
      template: {
        metadata: {
          annotations: restartedAt && {
            'kubectl.kubernetes.io/restartedAt': restartedAt,
          },
        },
        spec: {
          containers: [
            {
              name: 'main',
              image,
              env: parts.env ?? [password],
              ...parts.container,
            },
          ],
          volumes: parts.volumes,
        },
      },
    },
  } as KubeObject;
}

function redis(parts: Parts = {}): KubeObject {
  return postgres({
    name: 'redis-master',
    image: 'redis:8',
    labels: { 'app.kubernetes.io/component': 'master' },
    env: [from('REDIS_PASSWORD', 'redis-password')],
    ...parts,
  });
}

function podOf(name: string, startTime: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-0`,
      namespace: 'databases',
      labels: { 'statefulset.kubernetes.io/pod-name': `${name}-0` },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'StatefulSet', name, controller: true },
      ],
    },
    status: { phase: 'Running', startTime },
  } as unknown as KubeObject;
}

const ofPostgres = { engine: 'postgres', name: 'postgresql' };
const ofRedis = { engine: 'redis', name: 'redis' };

/** Written to its Secret at that time. */
function copied(time: string): KubeObject {
  return vaultStaticSecret({
    status: {
      conditions: [
        condition('SecretSynced', time),
        condition('Healthy', at('11:59')),
      ],
    },
  });
}

const before = '2026-09-30T08:00:00Z';
const helm = {
  'app.kubernetes.io/managed-by': 'Helm',
  'app.kubernetes.io/instance': 'postgresql',
};
const ofChart = [from('POSTGRES_PASSWORD', 'password', 'postgresql')];

interface Row extends Seen {
  readonly reason: string;
  readonly state: CredentialState;
  readonly source: string;
  /** Of the finding that decides; left out when nothing is wrong. */
  readonly rule?: string;
}

const rows: readonly Row[] = [
  {
    reason:
      'Vault is copied to the Secret that the chart was given, before the database was made',
    database: ofPostgres,
    objects: [postgres(), copied(before)],
    state: 'in-sync',
    source: 'vault-static',
  },
  {
    reason:
      'PostgreSQL keeps the password that its data directory was made with',
    database: ofPostgres,
    objects: [postgres(), copied(at('09:00'))],
    state: 'unknown',
    source: 'vault-static',
    rule: 'credential-taken',
  },
  {
    reason:
      'a restart after the change does not change the password of the role',
    database: ofPostgres,
    objects: [postgres({ restartedAt: at('10:00') }), copied(at('09:00'))],
    state: 'unknown',
    source: 'vault-static',
    rule: 'credential-taken',
  },
  {
    reason: 'the processes are older than the change',
    database: ofPostgres,
    objects: [postgres({ restartedAt: at('08:00') }), copied(at('09:00'))],
    state: 'drifted',
    source: 'vault-static',
    rule: 'credential-taken',
  },
  {
    reason: 'Redis takes the password at each start',
    database: ofRedis,
    objects: [redis({ restartedAt: at('10:00') }), copied(at('09:00'))],
    state: 'in-sync',
    source: 'vault-static',
  },
  {
    reason: 'its pod is younger than the change',
    database: ofRedis,
    objects: [redis(), podOf('redis-master', at('10:00')), copied(at('09:00'))],
    state: 'in-sync',
    source: 'vault-static',
  },
  {
    reason: 'its pod is older than the change, whatever was asked for since',
    database: ofRedis,
    objects: [
      redis({ restartedAt: at('10:00') }),
      podOf('redis-master', at('08:00')),
      copied(at('09:00')),
    ],
    state: 'drifted',
    source: 'vault-static',
    rule: 'credential-taken',
  },
  {
    reason: 'nobody knows when Redis was started',
    database: ofRedis,
    objects: [redis(), copied(at('09:00'))],
    state: 'unknown',
    source: 'vault-static',
    rule: 'credential-taken',
  },
  {
    reason: 'a poll tells nothing of when the value changed',
    database: ofRedis,
    objects: [redis({ restartedAt: at('10:00') }), externalSecret()],
    state: 'unknown',
    source: 'external-secret',
    rule: 'credential-taken',
  },
  {
    reason: 'an app reads the old value from its environment',
    database: ofRedis,
    objects: [
      redis({ restartedAt: at('10:00') }),
      copied(at('09:00')),
      deployment(at('08:00')),
    ],
    state: 'drifted',
    source: 'vault-static',
    rule: 'credential-consumers',
  },
  {
    reason: 'a whole Secret is its environment',
    database: ofPostgres,
    objects: [
      postgres({
        env: [],
        container: { envFrom: [{ secretRef: { name: SECRET } }] },
      }),
      copied(before),
    ],
    state: 'in-sync',
    source: 'vault-static',
  },
  {
    reason: 'the password is a file, and a certificate beside it is none',
    database: ofPostgres,
    objects: [
      postgres({
        env: [],
        volumes: [
          { name: 'password', secret: { secretName: SECRET } },
          { name: 'tls', secret: { secretName: 'postgresql-crt' } },
        ],
      }),
      copied(before),
    ],
    state: 'in-sync',
    source: 'vault-static',
  },
  {
    reason: 'the value stands in the manifest',
    database: ofPostgres,
    objects: [
      postgres({
        env: [{ name: 'POSTGRES_PASSWORD', value: 'kept by nobody' }],
      }),
    ],
    state: 'weak',
    source: 'plain-secret',
    rule: 'credential-literal',
  },
  {
    reason: 'a second password stands in the manifest beside a good one',
    database: ofPostgres,
    objects: [
      postgres({
        env: [
          password,
          { name: 'REPLICATION_PASSWORD', value: 'kept by nobody' },
        ],
      }),
      copied(before),
    ],
    state: 'weak',
    source: 'plain-secret',
    rule: 'credential-literal',
  },
  {
    reason: 'a file may set a password, or nobody',
    database: ofRedis,
    objects: [redis({ env: [] })],
    state: 'unknown',
    source: 'unknown',
    rule: 'credential-seen',
  },
  {
    reason: 'the Secret is called as the chart calls what it makes',
    database: ofPostgres,
    objects: [postgres({ labels: helm, env: ofChart })],
    state: 'unknown',
    source: 'plain-secret',
    rule: 'credential-plain',
  },
  {
    reason: 'a Secret of that name that no chart made was made by hand',
    database: ofPostgres,
    objects: [
      postgres({ labels: helm, env: ofChart }),
      secretObject(before, { name: 'postgresql' }),
    ],
    secretMetadata: true,
    state: 'unknown',
    source: 'plain-secret',
    rule: 'credential-plain',
  },
  {
    reason:
      'a Helm value and an entry of Vault hold it, and nothing keeps them alike',
    database: ofPostgres,
    objects: [
      postgres({
        labels: helm,
        env: ofChart,
        annotations: { 'basewell.dev/vault-path': 'kv/apps/shop/database' },
      }),
    ],
    entries: [kvEntry({ updatedAt: before })],
    state: 'unknown',
    source: 'conflicting',
    rule: 'credential-sources',
  },
  {
    reason:
      'the entry of Vault changed after the database was made with the Helm value',
    database: ofPostgres,
    objects: [
      postgres({
        labels: helm,
        env: ofChart,
        annotations: {
          'basewell.dev/vault-path': 'kv/data/apps/shop/database',
        },
      }),
    ],
    entries: [kvEntry({ updatedAt: at('08:00') })],
    state: 'drifted',
    source: 'conflicting',
    rule: 'credential-sources',
  },
  {
    reason: 'an entry that is named twice is one source',
    database: ofPostgres,
    objects: [
      postgres({
        annotations: { 'basewell.dev/vault-path': 'kv/apps/shop/database' },
      }),
      copied(before),
    ],
    entries: [kvEntry({ updatedAt: before })],
    state: 'in-sync',
    source: 'vault-static',
  },
  {
    reason: 'Eight characters are not enough for any engine',
    database: ofRedis,
    objects: [redis({ restartedAt: at('10:00') })],
    files: [file({ keys: [{ name: 'redis-password', length: 8 }] })],
    state: 'weak',
    source: 'sops',
    rule: 'password-length',
  },
  {
    reason: 'the file in git lacks the key that the pods name',
    database: ofRedis,
    objects: [redis({ restartedAt: at('10:00') })],
    files: [file({ keys: [{ name: 'password', length: 32 }] })],
    state: 'failing',
    source: 'sops',
    rule: 'credential-username',
  },
  {
    reason: 'the Secret is gone, and pods that need it do not start',
    database: ofPostgres,
    objects: [postgres()],
    secretMetadata: true,
    state: 'failing',
    source: 'unknown',
    rule: 'credential-failing',
  },
];

describe('credentials of StatefulSets', () => {
  it.each(rows)('$state: $reason', ({ state, source, rule, ...seen }) => {
    const verdict = new CredentialCase({ engines, ...seen }).assess();
    expect(verdict).toMatchObject({ state, source });
    expect(verdict?.findings.find(found => found.state)?.rule).toBe(rule);
    expect(JSON.stringify(verdict)).not.toContain('kept by nobody');
  });

  it('lists the CronJob that dumps it, which is never too old', () => {
    const dump = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'postgresql-backup', namespace: 'databases' },
      spec: {
        schedule: '0 2 * * *',
        jobTemplate: {
          spec: {
            template: {
              spec: {
                containers: [
                  {
                    name: 'backup',
                    image: 'postgres:17',
                    command: ['pg_dump', '-h', 'postgresql', '-f', '/b/dump'],
                    env: [from('PGPASSWORD', 'password')],
                  },
                ],
              },
            },
          },
        },
      },
    } as unknown as KubeObject;
    const [{ consumers }] = new CredentialCase({
      engines,
      database: ofPostgres,
      objects: [postgres(), copied(before), dump],
    }).describe()!.chains;
    expect(consumers).toContainEqual({
      object: 'CronJob databases/postgresql-backup',
      reads: 'environment',
    });
  });

  it('puts the superuser first, and tells the roles that leave no doubt', () => {
    const env = [
      from('POSTGRES_REPLICATION_PASSWORD', 'password', 'replication'),
      from('POSTGRES_POSTGRES_PASSWORD', 'postgres-password', 'root'),
      from('POSTGRES_USER', 'username', 'user-only'),
      from('APP_PASSWORD', 'password', 'app'),
    ];
    const { chains } = new CredentialCase({
      engines,
      database: ofPostgres,
      objects: [postgres({ env }), copied(before)],
    }).describe()!;
    expect(
      chains.map(({ id, purpose, role }) => [id, purpose, role]).sort(),
    ).toEqual([
      ['databases/app', 'app', undefined],
      ['databases/replication', 'role', undefined],
      ['databases/root', 'superuser', 'postgres'],
    ]);
  });

  it('calls the key of the servers by its name', () => {
    const { chains } = new CredentialCase({
      engines,
      database: { engine: 'arangodb', name: 'arango' },
      objects: [
        postgres({
          name: 'arango',
          image: 'arangodb:3.12',
          env: [from('ARANGO_ROOT_PASSWORD', 'password')],
          volumes: [{ name: 'jwt', secret: { secretName: 'arango-jwt' } }],
        }),
        copied(before),
      ],
    }).describe()!;
    expect(
      chains.map(({ id, hops }) => [id, hops.at(-1)?.title]).sort(),
    ).toEqual([
      ['databases/arango-jwt', 'Key of the servers'],
      ['databases/shop-initdb-secret', 'Role root'],
    ]);
  });
});

describe('users that Vault makes for apps', () => {
  const asking = (path: string, rolledOutAt = at('10:00')): KubeObject => {
    const app = deployment(rolledOutAt, { secret: 'other' });
    const annotations = {
      'vault.hashicorp.com/agent-inject': 'true',
      'vault.hashicorp.com/agent-inject-secret-database': path,
    };
    const spec = app.spec as { template: { metadata: object } };
    const { template } = spec;
    return {
      ...app,
      spec: {
        ...spec,
        template: {
          ...template,
          metadata: { ...template.metadata, annotations },
        },
      },
    };
  };
  const role = (rest: object = {}) => ({
    mount: 'database',
    path: 'roles/app-shop',
    entry: {
      type: 'dynamic-role' as const,
      connection: 'postgresql',
      defaultTtl: 3600,
      maxTtl: 86_400,
      ...rest,
    },
  });
  const chainOf = (seen: Partial<Seen>, app: KubeObject) =>
    new CredentialCase({
      engines,
      database: ofPostgres,
      objects: [
        postgres({
          annotations: {
            'basewell.dev/vault-path': 'secret/postgres, database/creds/app-*',
          },
        }),
        app,
      ],
      ...seen,
    })
      .describe()!
      .chains.find(({ source }) => source === 'vault-dynamic');

  it.each([
    {
      reason: 'the pods became ready while such a user can live',
      entries: [role()],
      app: asking('database/creds/app-shop'),
      state: 'in-sync',
    },
    {
      reason: 'the rollout is longer ago than any user lives',
      entries: [role()],
      app: asking('database/creds/app-shop', '2026-11-01T08:00:00Z'),
      state: 'unknown',
    },
    {
      reason: 'nobody reads the role in Vault',
      entries: [],
      app: asking('database/creds/app-shop'),
      state: 'unknown',
    },
    {
      reason: 'there is no such role in Vault',
      entries: [role({ missing: true })],
      app: asking('database/creds/app-shop'),
      state: 'failing',
    },
  ])('$state: $reason', ({ entries, app, state }) => {
    expect(chainOf({ entries }, app)).toMatchObject({
      id: 'databases/database/creds/app-shop',
      transport: 'Vault Agent',
      state,
      consumers: [{ object: 'Deployment databases/web', reads: 'volume' }],
    });
  });

  it('leaves out what the database does not mean', () => {
    expect(chainOf({}, asking('database/creds/other'))).toBeUndefined();
  });
});
