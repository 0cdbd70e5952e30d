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
  canonTarget,
  canonTrees,
  planOver,
  requestFor,
} from '../__testUtils__/canon';
import { Trees } from '../__testUtils__/TreeSource';
import { chartDatabase } from '../layouts/chartDatabase';
import { DatabaseRequest } from '../model';
import { namingInChart, namingTarget, resolveNames } from '../naming';

const values = 'deploy/env/dev/shop.yaml';
const chart = 'deploy/charts/web-app/values.yaml';
const everywhere = { environments: ['dev', 'stage', 'prod'] };

function ask(
  environment: object = {},
  spec: object = {},
  app = 'shop',
): DatabaseRequest {
  return requestFor(app, {
    environments: [{ name: 'dev', inChart: true, ...environment }],
    ...spec,
  });
}

async function plan(
  request: DatabaseRequest,
  {
    options = { inChart: everywhere },
    ...changed
  }: Partial<Trees> & { readonly options?: object } = {},
) {
  const trees = canonTrees();
  const { plan: result } = await planOver(
    {
      platform: { ...trees.platform, ...changed.platform },
      app: { ...trees.app, ...changed.app },
    },
    request,
    canonTarget(options),
  );
  return result;
}

describe('a database that the chart of the app brings', () => {
  it.each<{
    reason: string;
    request?: DatabaseRequest;
    options?: object;
    platform?: Trees['platform'];
    app?: Trees['app'];
    says: readonly string[];
  }>([
    { reason: 'it is allowed in dev', says: [] },
    {
      reason: 'it is left to a cluster',
      request: ask({ inChart: false }),
      options: {},
      says: [],
    },
    {
      reason: 'the target allows none',
      options: {},
      says: ['error requestFitsTarget.inChart'],
    },
    {
      reason: 'the target allows it elsewhere',
      request: ask({ name: 'prod' }),
      options: { inChart: { environments: ['dev'] } },
      says: ['error requestFitsTarget.inChart'],
    },
    {
      reason: 'people may look at stage and rely on it',
      request: ask({ name: 'stage' }),
      says: ['warning proofOfConcept.outsideDev'],
    },
    {
      reason: 'it is production',
      request: ask({ name: 'prod' }),
      says: ['error proofOfConcept.production'],
    },
    {
      reason: 'the request wants what the chart decides',
      request: ask({
        storage: '1Ti',
        backup: {},
        sharedCluster: 'shared-cnpg',
      }),
      says: [
        'error requestFitsTarget.sharedCluster',
        'error requestFitsTarget.inChartField',
        'error requestFitsTarget.inChartField',
        'error requestFitsTarget.inChartField',
      ],
    },
    {
      reason: 'nobody would make further databases',
      request: ask({}, { databases: [{ name: 'reporting' }] }),
      says: ['error requestFitsTarget.inChartField'],
    },
    {
      reason: 'nobody would make the password',
      options: {
        inChart: everywhere,
        credentials: { source: 'operator-generated', store: { name: 'vault' } },
      },
      says: ['error requestFitsTarget.inChartGenerated'],
    },
    {
      reason: 'the password is in Vault',
      options: {
        inChart: everywhere,
        credentials: {
          source: 'vault-static',
          connection: { address: 'https://vault.example.test' },
        },
      },
      says: [],
    },
    {
      reason: 'the chart has no database to switch on',
      app: { [chart]: 'envFrom:\n  secretRef: ""\n' },
      says: ['error requestFitsTarget.inChartBlock'],
    },
    {
      reason: 'the service is called by something that has no name',
      options: { inChart: { ...everywhere, service: '{release}-postgresql' } },
      says: ['error naming.template'],
    },
    {
      reason: 'the app has a cluster, and data in it',
      request: ask({}, {}, 'landing'),
      says: ['error nameTaken.ownCluster'],
    },
    {
      reason: 'the chart runs one, whose password nobody has',
      app: {
        [values]:
          'envFrom:\n  secretRef: web-shop-dev-env\npostgres:\n  enabled: true\n',
      },
      says: ['error credentialsCompletable.chartRuns'],
    },
    {
      reason: 'the chart runs one with another owner',
      request: ask({}, { names: { owner: 'payments' } }, 'billing'),
      says: ['error valuesEditable.refused'],
    },
    {
      reason: 'the chart runs it as it was asked for',
      request: ask({}, {}, 'billing'),
      says: [],
    },
  ])('$reason', async ({ request = ask(), says, ...more }) => {
    const { findings } = await plan(request, more);
    expect(
      findings.map(({ severity, message }) => `${severity} ${message}`),
    ).toEqual(says);
  });

  it('is let be where it runs already', async () => {
    const { files } = await plan(ask({}, {}, 'billing'));
    expect(files.find(({ path }) => /env\/dev/.test(path))).toMatchObject({
      change: 'none',
    });
  });

  it.each(['appFolder', 'overlays', 'fluxApps', 'platformAndApp'])(
    'needs no cluster and no Application of its own in %s',
    async layout => {
      const target = canonTarget({
        inChart: everywhere,
        flux: { controllerDecrypts: true },
        secrets: { shape: 'plainSops' },
      });
      const { plan: result } = await planOver(canonTrees(), ask(), {
        ...target,
        layout,
      });
      expect(result.files.map(({ path }) => path)).toContain(values);
      expect(
        result.files.flatMap(file =>
          file.kind === 'text' &&
          /kind: (Cluster|Database)\b/.test(file.content)
            ? file.path
            : [],
        ),
      ).toEqual([]);
    },
  );

  it('is moved to a cluster by asking again', async () => {
    const trees = {
      [values]:
        'envFrom:\n  secretRef: web-shop-dev-env\npostgres:\n  enabled: true\n',
    };
    const { findings, files } = await plan(ask({ inChart: false }), {
      app: trees,
    });
    expect(findings.map(({ message }) => message)).toEqual([
      'inChartDatabase.turnedOff',
    ]);
    expect(files.find(({ path }) => path === values)).toMatchObject({
      content: expect.stringContaining('postgres:\n  enabled: false\n'),
    });
  });

  it('is called as another chart wants it', () => {
    const target = canonTarget({
      inChart: {
        cluster: '{appNamespace}-postgresql',
        service: '{cluster}',
        values: { 'auth.existingSecret': '{bootstrapSecret}' },
      },
    });
    const { inChart } = target.options;
    const { names, problems } = resolveNames(
      'shop',
      'dev',
      namingInChart(namingTarget(target), inChart),
    );
    expect(problems).toEqual([]);
    expect(names.writerHost).toBe(
      'web-shop-dev-postgresql.web-shop-dev.svc.cluster.local',
    );
    expect(
      chartDatabase(inChart, {
        app: 'shop',
        environment: 'dev',
        production: false,
        names,
      }),
    ).toEqual({
      enabled: true,
      auth: { existingSecret: 'web-shop-dev-db-init' },
    });
  });
});
