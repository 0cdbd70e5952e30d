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

import { standardSubject } from '../policy';
import { barmanInTree, barmanPlugin, BackupSource } from '.';

const [, prod] = standardSubject().plan.databases;
const database = { ...prod, backup: prod.backup! };

const store = {
  destinationPath: 's3://backups/shop',
  s3Credentials: {
    accessKeyId: { name: 'backup-credentials', key: 'accessKeyId' },
    secretAccessKey: { name: 'backup-credentials', key: 'secretAccessKey' },
  },
  wal: { compression: 'gzip' },
  data: { compression: 'gzip' },
};

function contributionOf({ provision }: BackupSource, endpointUrl?: string) {
  return provision!.contribute({
    ...database,
    backup: { ...database.backup, ...(endpointUrl && { endpointUrl }) },
  });
}

function find(source: BackupSource, kind: string) {
  return contributionOf(source)
    .manifests.map(({ manifest }) => manifest)
    .find(manifest => manifest.kind === kind);
}

describe.each([
  {
    source: barmanPlugin,
    method: {
      method: 'plugin',
      pluginConfiguration: { name: 'barman-cloud.cloudnative-pg.io' },
    },
  },
  { source: barmanInTree, method: { method: 'barmanObjectStore' } },
])('$source.id', ({ source, method }) => {
  it('schedules with a method that is written out', () => {
    expect(find(source, 'ScheduledBackup')?.spec).toEqual({
      schedule: '0 0 2 * * *',
      immediate: true,
      backupOwnerReference: 'self',
      cluster: { name: 'shop-cnpg' },
      ...method,
    });
  });

  it('always names the server, so that a restore finds its source', () => {
    expect(JSON.stringify(contributionOf(source).clusterSpec)).toContain(
      '"serverName":"shop-cnpg"',
    );
  });

  it('knows stores that are not of Amazon', () => {
    const endpoint = 'https://s3.example.test';
    const text = JSON.stringify(contributionOf(source, endpoint));
    expect(text).toContain(`"endpointURL":"${endpoint}"`);
    expect(JSON.stringify(contributionOf(source))).not.toContain('endpointURL');
  });
});

describe('barmanPlugin', () => {
  it('says in the ObjectStore where backups go and how long they stay', () => {
    expect(find(barmanPlugin, 'ObjectStore')).toMatchObject({
      metadata: { name: 'shop-cnpg', namespace: 'databases' },
      spec: { configuration: store, retentionPolicy: '30d' },
    });
  });

  it('keeps serverName out of the store, which refuses it', () => {
    expect(JSON.stringify(find(barmanPlugin, 'ObjectStore'))).not.toContain(
      'serverName',
    );
  });

  it('does without the tools that are phased out', () => {
    expect(barmanPlugin.provision?.imageFlavor).toBe('standard');
  });
});

describe('barmanInTree', () => {
  it('says in the cluster where backups go and how long they stay', () => {
    expect(contributionOf(barmanInTree).clusterSpec).toEqual({
      backup: {
        barmanObjectStore: { ...store, serverName: 'shop-cnpg' },
        retentionPolicy: '30d',
        target: 'prefer-standby',
      },
    });
  });

  it('needs an image with its tools', () => {
    expect(barmanInTree.provision?.imageFlavor).toBe('system');
  });
});
