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

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { runDatabases } from '../__testUtils__/WorkingTrees';

jest.setTimeout(120_000);

const now = '2026-11-21T09:00:00Z';
const example = (name: string) =>
  resolve(__dirname, '../../../../examples/assess', `${name}.yaml`);

async function assessJson(
  files: readonly string[],
  options: { readonly input?: string; readonly flags?: readonly string[] } = {},
) {
  const run = await runDatabases(
    ['assess', '--json', '--now', now, ...(options.flags ?? []), ...files],
    { input: options.input },
  );
  return { ...run, json: run.stdout ? JSON.parse(run.stdout) : undefined };
}

/** The states of each database and object, as one line each. */
function statesOf({ databases, objects }: any): readonly string[] {
  const state = (verdict: any) => verdict?.state ?? '-';
  return [
    ...databases.map(
      ({ id, health, backup, credential, delivery }: any) =>
        `${id}: ${[health, backup, credential, delivery].map(state).join(' ')}`,
    ),
    ...objects.map(
      ({ kind, name, lane, state: own }: any) =>
        `${kind} ${name}: ${lane} ${own}`,
    ),
  ];
}

const golden = {
  shop: [
    'cnpg.databases.shop-cnpg@default: healthy fresh unknown synced',
    'cnpg.databases.shop-dev-cnpg@default: healthy none unknown failed',
    'Cluster shop-cnpg: health healthy',
    'Cluster shop-dev-cnpg: health healthy',
    'Pod shop-cnpg-1: health healthy',
    'Pod shop-cnpg-2: health healthy',
    'Pod shop-dev-cnpg-1: health healthy',
    'Backup shop-cnpg-daily-20261121020000: backup fresh',
    'ScheduledBackup shop-cnpg-daily: backup fresh',
    'ObjectStore pg-backup: backup fresh',
    'Application infra-shop-db: delivery synced',
    'Application web-shop-prod: delivery synced',
    'Application web-shop-dev: delivery failed',
  ],
  trouble: [
    'cnpg.databases.billing-cnpg@default: failed none unknown unknown',
    'cnpg.databases.orders-cnpg@default: healthy blocked unknown unknown',
    'Cluster billing-cnpg: health failed',
    'Cluster orders-cnpg: health healthy',
    'Backup orders-cnpg-daily-20261118020000: backup blocked',
    'Backup orders-cnpg-daily-20261119020000: backup blocked',
    'ScheduledBackup archive-daily: backup never',
    'ObjectStore orders-backup: backup never',
  ],
} as const;

describe('databases assess', () => {
  let folder: string;
  const write = async (content: string) => {
    const file = join(folder, `input-${Math.random()}.yaml`);
    await writeFile(file, content);
    return file;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-assess-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['shop', 'trouble'] as const)('judges the example %s', async name => {
    const { exitCode, json } = await assessJson([example(name)]);
    expect(exitCode).toBe(0);
    expect(statesOf(json)).toEqual(golden[name]);
  });

  it('prints verdicts with evidence, schedules and servers', async () => {
    const { json } = await assessJson([example('shop')]);
    expect(Object.keys(json)).toEqual([
      'now',
      'databases',
      'objects',
      'unrecognized',
      'omitted',
    ]);
    expect(Object.keys(json.databases[0]).slice(0, 6)).toEqual([
      'id',
      'engine',
      'health',
      'backup',
      'credential',
      'delivery',
    ]);
    const [, dev] = json.databases;
    expect(dev.delivery).toMatchObject({
      state: 'failed',
      since: '2026-11-21T08:41:12.000Z',
      findings: [
        {
          rule: 'hook-failed',
          severity: 'error',
          evidence: [
            { object: 'Application argocd/web-shop-dev', value: 'Failed' },
          ],
        },
        { rule: 'operation-failed' },
        { rule: 'sync-status' },
      ],
    });
    const row = (kind: string) =>
      json.objects.find((object: any) => object.kind === kind);
    expect(row('ScheduledBackup').schedule).toMatchObject({
      expression: '0 0 2 * * *',
      meaning: expect.any(String),
      next: [
        expect.stringMatching(/^2026-11-22T02:00:00/),
        expect.stringMatching(/^2026-11-23T02:00:00/),
        expect.stringMatching(/^2026-11-24T02:00:00/),
      ],
    });
    expect(row('ObjectStore').servers).toEqual([
      expect.objectContaining({ name: 'shop-cnpg', state: 'fresh' }),
    ]);
  });

  it('depends on the time that it is told', async () => {
    const { json } = await assessJson([example('shop')], {
      flags: ['--now', '2026-12-21T09:00:00Z'],
    });
    expect(json.databases[0].backup.state).toBe('stale');
    expect(json.databases[0].delivery.state).toBe('unknown');
  });

  it('reads the same from YAML documents, JSON and a stream of JSON', async () => {
    const text = await readFile(example('shop'), 'utf8');
    const [list] = [parseAllDocuments(text)].flat();
    const { items } = list!.toJS();
    const inputs = [
      items.map((item: unknown) => `---\n${JSON.stringify(item)}\n`).join(''),
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
      items.map((item: unknown) => JSON.stringify(item, null, 2)).join('\n'),
    ];
    for (const input of inputs) {
      const { json } = await assessJson(['-'], { input });
      expect(statesOf(json)).toEqual(golden.shop);
    }
  });

  it('reads several files as one Kubernetes cluster, and names it', async () => {
    const { json } = await assessJson([example('shop'), example('trouble')], {
      flags: ['--kubernetes-cluster', 'eu-1'],
    });
    expect(json.databases.map(({ id }: any) => id)).toEqual([
      'cnpg.databases.billing-cnpg@eu-1',
      'cnpg.databases.orders-cnpg@eu-1',
      'cnpg.databases.shop-cnpg@eu-1',
      'cnpg.databases.shop-dev-cnpg@eu-1',
    ]);
  });

  it('says on standard error what it does not know', async () => {
    const { json, stderr } = await assessJson([example('trouble')]);
    expect(stderr).toContain('Nothing is known about 1 v1 ConfigMap.');
    expect(stderr).toMatch(/Not among the objects.* pods,.*applications/);
    expect(json.unrecognized).toEqual({ 'v1 ConfigMap': 1 });
    expect(json.omitted).toContain('pods');
  });

  it('prints the same for people, what was not given said once', async () => {
    const run = await runDatabases([
      ...['assess', '--now', now, example('trouble')],
    ]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(
      /^databases\/billing-cnpg\n {2}health {5}failed {6}\S.*\.\n {12}\S/,
    );
    expect(run.stdout).toContain(
      '\n    0 2 * * * is every hour at minute 2; next: 2026-11-21T09:02:00',
    );
    expect(run.stdout).not.toContain('persistentvolumeclaims');
    expect(run.stderr).toContain('persistentvolumeclaims');
  });

  it('takes thresholds from a configuration', async () => {
    const config = await write(
      'databases: {assessment: {environments: {prod: {backupObjective: 1h}}}}',
    );
    const { json } = await assessJson([example('shop')], {
      flags: ['--config', config],
    });
    expect(json.databases[0].backup.state).toBe('stale');
  });

  it.each([
    { reason: 'nothing is asked to fail', name: 'trouble', exitCode: 0 },
    {
      reason: 'an error',
      name: 'trouble',
      failOn: 'error',
      exitCode: 1,
    },
    { reason: 'a remark', name: 'shop', failOn: 'info', exitCode: 1 },
  ])('exits with $exitCode: $reason', async ({ name, failOn, exitCode }) => {
    const run = await runDatabases([
      ...['assess', '--now', now, example(name)],
      ...(failOn ? ['--fail-on', failOn] : []),
    ]);
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout).not.toBe('');
  });

  it.each([
    {
      reason: 'a file that is not there',
      input: undefined,
      exitCode: 3,
      says: 'cannot be read: ENOENT',
    },
    {
      reason: 'nothing, as a failed kubectl prints',
      input: '\n',
      exitCode: 3,
      says: 'has nothing in it',
    },
    {
      reason: 'no Kubernetes object',
      input: 'a: 1',
      exitCode: 2,
      says: 'document 1 is no Kubernetes object',
    },
    {
      reason: 'an object without a name',
      input:
        '{"apiVersion":"v1","kind":"List","items":[{"kind":"Pod","apiVersion":"v1"}]}',
      exitCode: 2,
      says: 'items[0]: this Pod has no metadata.name',
    },
    {
      reason: 'YAML that is none',
      input: 'a: [',
      exitCode: 2,
      says: 'line 1',
    },
    {
      reason: 'JSON that was cut off',
      input: '{"apiVersion":"v1","kind":"List","items":[',
      exitCode: 2,
      says: 'JSON',
    },
  ])(
    'exits with $exitCode and prints no data: $reason',
    async ({ input, exitCode, says }) => {
      const file =
        input === undefined ? join(folder, 'absent') : await write(input);
      const run = await runDatabases(['assess', '--json', file]);
      expect(run).toMatchObject({ exitCode, stdout: '' });
      expect(run.stderr).toContain(file);
      expect(run.stderr).toContain(says);
      expect(run.stderr).not.toContain('    at ');
    },
  );

  it.each([
    { flags: ['--now', 'yesterday'], says: '--now: "yesterday" is no instant' },
    { flags: ['--fail-on', 'never'], says: 'Allowed choices are info' },
    { flags: ['--kubernetes-clustr=a'], says: 'unknown option' },
  ])('exits with 2: $flags', async ({ flags, says }) => {
    const run = await runDatabases(['assess', ...flags, example('shop')]);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(says);
  });
});
