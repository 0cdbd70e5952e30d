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

import fc from 'fast-check';
import { Fields } from '../observation';
import { DumpCommand } from './DumpCommand';
import { readDumpCommand, readUnseenDump } from './readDumpCommand';

interface Row {
  readonly reason: string;
  readonly script?: string;
  readonly shell?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: { readonly [name: string]: string };
  readonly reads: Partial<DumpCommand> | undefined;
}

const volumes = [
  { name: 'backups', persistentVolumeClaim: { claimName: 'auth-db-backup' } },
  { name: 'scratch', emptyDir: {} },
  { name: 'disk', hostPath: { path: '/srv' } },
  { name: 'filer', nfs: { server: 'filer.example.com', path: '/' } },
];
const volumeMounts = [
  { name: 'backups', mountPath: '/backups' },
  { name: 'scratch', mountPath: '/scratch' },
  { name: 'disk', mountPath: '/disk' },
  { name: 'filer', mountPath: '/filer/' },
];

function podOf({ script, shell, command, env = {} }: Omit<Row, 'reads'>) {
  return Fields.of({
    volumes,
    containers: [
      {
        image: 'postgres:17',
        command: command ?? shell ?? ['/bin/bash', '-c'],
        ...(script !== undefined && { args: [script] }),
        env: Object.entries(env).map(([name, value]) => ({ name, value })),
        volumeMounts,
      },
    ],
  });
}

const onClaim = { type: 'claim', name: 'auth-db-backup' } as const;

const rows: readonly Row[] = [
  {
    reason: 'a plain dump of one database to a volume',
    script: 'pg_dump -h auth-db -U postgres -d auth -f /backups/auth.sql',
    reads: {
      tool: 'pg_dump',
      hosts: ['auth-db.shop'],
      databases: ['auth'],
      faults: [],
      place: onClaim,
    },
  },
  {
    reason: 'a command without a shell',
    command: [
      'pg_dump',
      '--host=auth-db.data.svc',
      '--file=/backups/x',
      'auth',
    ],
    reads: { hosts: ['auth-db.data'], databases: ['auth'], place: onClaim },
  },
  {
    reason: 'a pipe whose end is that of gzip',
    script: 'pg_dump -h auth-db auth | gzip > /backups/auth.sql.gz',
    reads: { faults: ['pipe'], place: onClaim },
  },
  {
    reason: 'a pipe into tee, over two lines',
    script: 'pg_dump -h auth-db auth |\n  tee /backups/auth.sql',
    reads: { faults: ['pipe'], place: onClaim },
  },
  {
    reason: 'a pipe with pipefail',
    script:
      'set -euo pipefail\npg_dump -h auth-db auth | gzip > "/backups/auth-$(date +%F).sql.gz"\necho done',
    reads: { faults: [], place: onClaim },
  },
  {
    reason: 'pipefail as an option of the shell',
    shell: ['bash', '-eo', 'pipefail', '-c'],
    script:
      'pg_dump -h auth-db auth | gzip > /backups/auth.sql.gz; ls /backups',
    reads: { faults: [] },
  },
  {
    reason: 'a pipe that looks at PIPESTATUS',
    script:
      'pg_dump -h auth-db auth | gzip > /backups/a.gz; [ "${PIPESTATUS[0]}" = 0 ] || exit 1',
    reads: { tool: 'pg_dump' },
  },
  {
    reason: 'a loop of which the last one decides',
    script:
      'for db in appdb n8n temporal; do\n  pg_dump -h pg-rw "$db" > /backups/$db.sql\ndone',
    reads: {
      faults: ['loop'],
      databases: ['appdb', 'n8n', 'temporal'],
      place: onClaim,
    },
  },
  {
    reason: 'a loop that ends with the first failure',
    shell: ['sh', '-ec'],
    script:
      'for db in appdb n8n; do pg_dump -h pg-rw $db -f /backups/$db.sql; done',
    reads: { faults: [] },
  },
  {
    reason: 'a loop that leaves itself',
    script:
      'for db in a b; do pg_dump -h pg-rw $db > /backups/$db || exit 1; done; ls',
    reads: { faults: [] },
  },
  {
    reason: 'a loop that counts failures',
    script:
      'for db in a b; do pg_dump -h pg-rw $db > /backups/$db || failed=1; done\nexit $failed',
    reads: { faults: [] },
  },
  {
    reason: 'a later command that decides',
    script:
      'pg_dump -h auth-db auth > /backups/auth.sql\nfind /backups -mtime +7 -delete',
    reads: { faults: ['ignored'], retention: '7d' },
  },
  {
    reason: 'a failure that is swallowed',
    script: 'set -e; pg_dump -h auth-db auth > /backups/a.sql || echo failed',
    reads: { faults: ['ignored'] },
  },
  {
    reason: 'a failure that -e lets pass before &&',
    script: 'set -e\npg_dump -h auth-db auth > /backups/a && echo ok\nls',
    reads: { faults: ['ignored'] },
  },
  {
    reason: 'one that is asked for',
    script:
      'if ! pg_dump -h auth-db auth > /backups/a; then echo failed; exit 1; fi\necho ok',
    reads: { faults: [] },
  },
  {
    reason: 'a timeout around it, and a connection string',
    script:
      'timeout 1h pg_dump "postgresql://dumper:p%40ss/w@auth-db.data:5432/auth" -f /backups/a',
    reads: { hosts: ['auth-db.data'], databases: ['auth'] },
  },
  {
    reason: 'what the environment says',
    script: 'pg_dump -f $BACKUP_DIR/$PGDATABASE.sql',
    env: {
      PGHOST: 'auth-db.data.svc.cluster.local',
      PGDATABASE: 'auth',
      BACKUP_DIR: '/backups/daily',
      PGPASSWORD: 'hunter2hunter2',
    },
    reads: { hosts: ['auth-db.data'], databases: ['auth'], place: onClaim },
  },
  {
    reason: 'a default of a variable',
    script: 'pg_dump -h "${DB_HOST:-auth-db}" auth > /backups/a',
    reads: { hosts: ['auth-db.shop'] },
  },
  {
    reason: 'one pod by its own name',
    script: 'pg_dump -h auth-db-0.auth-db-headless auth > /backups/a',
    reads: { hosts: ['auth-db-headless.shop'], pods: ['auth-db-0'] },
  },
  {
    reason: 'inside a pod',
    script:
      'kubectl exec -n data auth-db-0 -- pg_dump -U postgres auth > /backups/a',
    reads: { hosts: ['auth-db.data'], pods: ['auth-db-0'] },
  },
  {
    reason: 'all databases of a server',
    script: 'pg_dumpall -h pg-rw --clean -f /backups/all.sql',
    reads: { tool: 'pg_dumpall', all: true },
  },
  {
    reason: 'a base backup to what is gone with the pod',
    script: 'pg_basebackup -h auth-db -D /scratch/base -Ft',
    reads: { tool: 'pg_basebackup', place: { type: 'ephemeral' } },
  },
  {
    reason: 'a file in the container itself',
    script: 'pg_dump -h auth-db auth > /tmp/auth.sql',
    reads: { place: { type: 'ephemeral' } },
  },
  {
    reason: 'the disk of a node',
    script: 'pg_dump -h auth-db auth > /disk/auth.sql',
    reads: { place: { type: 'node' } },
  },
  {
    reason: 'a filer',
    script: 'pg_dump -h auth-db auth > /filer/auth.sql',
    reads: { place: { type: 'network', server: 'filer.example.com' } },
  },
  {
    reason: 'an object storage that is emulated',
    script:
      'set -eo pipefail\npg_dump -h auth-db auth | gzip | aws s3 cp - s3://backups/auth.gz --endpoint-url http://localstack.tools:4566',
    reads: {
      faults: [],
      place: {
        type: 'bucket',
        bucket: 'backups',
        endpoint: 'localstack.tools',
      },
    },
  },
  {
    reason: 'a copy into another database',
    script:
      'set -o pipefail; pg_dump -h shop-rw.prod shop | psql -h shop-dev-rw.dev shop',
    reads: { copiesTo: ['shop-dev-rw.dev'] },
  },
  {
    reason: 'a copy to a place that is not seen',
    script: 'pg_dump -h shop-rw shop | pg_restore -d "$TARGET"',
    reads: { copiesTo: ['?'] },
  },
  {
    reason: 'Redis',
    script: 'redis-cli -h cache-master -a "$PASS" --rdb /backups/dump.rdb',
    reads: { tool: 'redis-cli', hosts: ['cache-master.shop'], place: onClaim },
  },
  {
    reason: 'ClickHouse',
    script: 'clickhouse-backup create_remote',
    env: { CLICKHOUSE_HOST: 'events-ch', S3_BUCKET: 'ch-backups' },
    reads: {
      tool: 'clickhouse-backup',
      hosts: ['events-ch.shop'],
      place: { type: 'bucket', bucket: 'ch-backups' },
    },
  },
  {
    reason: 'Neo4j',
    script:
      'neo4j-admin database backup --from=graph-admin:6362 --to-path=/backups neo4j',
    reads: {
      tool: 'neo4j-admin',
      hosts: ['graph-admin.shop'],
      databases: ['neo4j'],
      place: onClaim,
    },
  },
  {
    reason: 'ArangoDB',
    script:
      'arangodump --server.endpoint tcp://arango-svc:8529 --server.database _system --output-directory /backups',
    reads: {
      tool: 'arangodump',
      hosts: ['arango-svc.shop'],
      databases: ['_system'],
      place: onClaim,
    },
  },
  {
    reason: 'what keeps the newest only',
    script:
      'set -e; pg_dump -h a auth > /backups/x; ls -t /backups | tail -n +8 | xargs rm',
    reads: { retention: '7' },
  },
  { reason: 'something else', script: 'echo pg_dump', reads: undefined },
  {
    reason: 'another database altogether',
    script: 'mongodump --host docs --out /backups',
    reads: undefined,
  },
  {
    reason: 'a script in a file',
    command: ['/bin/bash', '/scripts/backup.sh'],
    reads: undefined,
  },
];

describe('readDumpCommand', () => {
  it.each(rows)('reads $reason', ({ reads, ...row }) => {
    const read = readDumpCommand(podOf(row), 'shop');
    expect({ read }).toMatchObject({ read: reads });
  });

  it('keeps no value that may be a secret', () => {
    const secret = 'hunter2hunter2';
    for (const row of rows) {
      const env = {
        ...row.env,
        PGPASSWORD: secret,
        AWS_SECRET_ACCESS_KEY: secret,
      };
      const script = `export PGPASSWORD=${secret}\n${row.script ?? ''}`;
      const text = JSON.stringify([
        readDumpCommand(podOf({ ...row, script, env }), 'shop'),
        readUnseenDump(podOf({ ...row, script, env }), 'shop'),
      ]);
      expect(text).not.toContain(secret);
    }
  });

  it('keeps no part of a connection string but host and database', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 12, maxLength: 40, unit: 'grapheme-ascii' }),
        password => {
          const secret = `Zz9${password.replaceAll("'", '')}9zZ`;
          const url = `postgresql://dumper:${secret}@auth-db/auth`;
          const seen = {
            command: ['pg_dump', url],
            env: { DATABASE_URL: url },
          };
          const text = JSON.stringify([
            readDumpCommand(podOf({ reason: '', ...seen }), 'shop'),
            readUnseenDump(podOf({ reason: '', ...seen }), 'shop'),
          ]).toLowerCase();
          expect(text).not.toContain('zz9');
          expect(text).not.toContain('9zz');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes any script', () => {
    const words = fc.constantFrom(
      'pg_dump',
      '-h',
      'a',
      '|',
      '||',
      '&&',
      ';',
      '\n',
      '"',
      "'",
      '$(',
      ')',
      '${X',
      '${X:-$X}',
      '$X',
      'X=$X',
      'for',
      'in',
      'do',
      'done',
      'if',
      'then',
      'fi',
      '>',
      '<<',
      '/backups/x',
      'set',
      '-e',
      '{',
      '}',
      '\\',
      '#',
      'exit',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), parts => {
        const script = parts.join(' ');
        expect(() =>
          readDumpCommand(podOf({ reason: '', script }), 'shop'),
        ).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('reads a long script soon', () => {
    const started = performance.now();
    for (const part of ['"', '$(', '(', '${', "a'", '\\', 'x=$x ', '$x$x']) {
      readDumpCommand(
        podOf({ reason: '', script: part.repeat(50_000) }),
        'shop',
      );
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
