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

/**
 * Who may import whom: the table of the architecture, as data.
 *
 * `ours` and `outside` are the only modules that a package's sources may name
 * besides its own files; `pure` also forbids the clock, randomness, the network
 * and the process. A value ending in `*` matches every module that begins so.
 * Tests, `dev/` and private packages are free.
 */
const common = '@basewell/plugin-databases-common';
const domain = '@basewell/plugin-databases-common/domain';
const node = '@basewell/plugin-databases-node';
const sops = '@basewell/sops';

const ui = [
  '@backstage/catalog-model',
  '@backstage/core-plugin-api*',
  '@backstage/errors',
  '@backstage/frontend-plugin-api*',
  '@backstage/plugin-app-react',
  '@backstage/plugin-catalog-react*',
  '@backstage/plugin-signals-react',
  '@backstage/ui',
  '@remixicon/react',
  'react',
  'react-dom',
  'react-router-dom',
];

module.exports = {
  '@basewell/sops': {
    ours: [],
    outside: [
      '@noble/*',
      'age-encryption',
      're2js',
      'shamir-secret-sharing',
      'yaml',
    ],
  },
  '@basewell/plugin-databases-common': {
    ours: [],
    outside: [
      '@backstage/catalog-model',
      '@backstage/errors',
      '@backstage/plugin-permission-common',
      'diff',
      'yaml',
      'zod',
      'zod/*',
    ],
    pure: true,
  },
  '@basewell/plugin-databases-node': {
    ours: [common, domain, sops],
    outside: [
      '@backstage/backend-plugin-api*',
      '@backstage/catalog-model',
      '@backstage/config',
      '@backstage/errors',
      '@backstage/integration',
      '@backstage/plugin-catalog-node',
      '@backstage/plugin-permission-common',
      '@backstage/types',
      'node:*',
      // Rules of hosts are RE2 expressions that somebody else wrote.
      're2js',
      'yaml',
    ],
  },
  '@basewell/plugin-databases-backend': {
    // sops is for reading only: its `encrypt` is fenced off below.
    ours: [common, domain, node, `${node}/inspection`, sops],
    fenced: { [sops]: ['encrypt', 'encryptDocument'] },
    outside: [
      '@backstage/*',
      'express',
      'express-promise-router',
      'express-rate-limit',
      'knex',
      'node:*',
      'node-vault',
      'yaml',
      'zod',
      'zod/*',
    ],
  },
  '@basewell/plugin-scaffolder-backend-module-databases': {
    ours: [common, domain, node, sops],
    outside: [
      '@backstage/backend-plugin-api*',
      '@backstage/errors',
      '@backstage/plugin-scaffolder-node*',
      '@backstage/types',
      'node:*',
      'yaml',
      'zod',
      'zod/*',
    ],
  },
  '@basewell/plugin-catalog-backend-module-databases': {
    ours: [common, node],
    outside: [
      '@backstage/backend-plugin-api*',
      '@backstage/catalog-client',
      '@backstage/catalog-model',
      '@backstage/config',
      '@backstage/errors',
      '@backstage/plugin-catalog-node',
      '@backstage/plugin-events-node',
      'node:*',
    ],
  },
  '@basewell/plugin-databases': {
    ours: [common],
    // How people sign in to Kubernetes clusters; loaded where somebody has to.
    outside: [...ui, '@backstage/plugin-kubernetes-react'],
  },
  '@basewell/plugin-databases-module-home': {
    ours: ['@basewell/plugin-databases', '@basewell/plugin-databases/home'],
    outside: [
      ...ui,
      '@backstage/plugin-home-react*',
      '@backstage/plugin-search-react*',
    ],
  },
  '@basewell/plugin-scaffolder-module-databases': {
    ours: [common],
    outside: [
      ...ui,
      '@backstage/integration-react',
      '@backstage/plugin-scaffolder-react*',
    ],
  },
  '@basewell/cli': {
    // `inspection` and `seal` are the parts of databases-node that need no Backstage.
    ours: [common, domain, `${node}/inspection`, `${node}/seal`, sops],
    // `sarif` has types alone.
    outside: ['@backstage/errors', 'commander', 'node:*', 'sarif', 'yaml'],
  },
};
