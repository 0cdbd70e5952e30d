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

import { defaultTargetOptions, overlays, platformAndApp } from '../layouts';
import { parseTarget } from './parseTarget';

const repositories = {
  platform: { repoUrl: 'gitlab.com?owner=synestra&repo=platform' },
  app: { repoUrl: 'https://github.com/synestra/web-core', branch: 'trunk' },
};

function parse(target: object) {
  return parseTarget(
    { id: 'synestra', ...repositories, ...target },
    'databases.targets[0]',
    [platformAndApp, overlays],
  );
}

describe('parseTarget', () => {
  it('needs no more than two repositories and their layout', () => {
    expect(parse({ layout: 'platformAndApp' })).toEqual({
      id: 'synestra',
      title: 'synestra',
      platform: {
        host: 'gitlab.com',
        owner: 'synestra',
        repo: 'platform',
        branch: 'main',
      },
      app: {
        host: 'github.com',
        owner: 'synestra',
        repo: 'web-core',
        branch: 'trunk',
      },
      layout: 'platformAndApp',
      options: defaultTargetOptions,
    });
  });

  it('is undecided between all layouts when none is named', () => {
    const options = { names: { cluster: '{app}-pg' } };
    const { undecided, ...usual } = parse({ options });
    expect(undecided).toEqual([usual, parse({ options, layout: 'overlays' })]);
    expect(usual).toEqual(parse({ options, layout: 'platformAndApp' }));
  });

  it.each([
    {
      reason: 'sections are laid over the defaults, not in their place',
      options: {
        names: { cluster: '{app}-pg' },
        argocd: { namespace: 'argo' },
      },
      is: {
        names: { ...defaultTargetOptions.names, cluster: '{app}-pg' },
        argocd: { ...defaultTargetOptions.argocd, namespace: 'argo' },
      },
    },
    {
      reason: 'a certificate leaves the scope as it is',
      options: { secrets: { sealedSecrets: { certificateFile: 'cert.pem' } } },
      is: {
        secrets: {
          ...defaultTargetOptions.secrets,
          sealedSecrets: { scope: 'strict', certificateFile: 'cert.pem' },
        },
      },
    },
    {
      reason: 'environments are replaced, with a size for each',
      options: {
        environments: [
          { name: 'qa' },
          { name: 'prod', production: true },
          { name: 'load', size: 'large' },
        ],
      },
      is: {
        environments: [
          { name: 'qa', production: false, size: 'small' },
          { name: 'prod', production: true, size: 'medium' },
          { name: 'load', production: false, size: 'large' },
        ],
      },
    },
    {
      reason: 'a size of its own starts from the smallest',
      options: { sizes: { tiny: { storage: '1Gi' }, small: { cpu: '100m' } } },
      is: {
        sizes: {
          ...defaultTargetOptions.sizes,
          small: { ...defaultTargetOptions.sizes.small, cpu: '100m' },
          tiny: {
            ...defaultTargetOptions.sizes.small,
            title: 'tiny',
            storage: '1Gi',
          },
        },
      },
    },
    {
      reason: 'credentials for backups have the usual keys',
      options: {
        backup: {
          destinationPath: 's3://b',
          credentials: { from: 'reference', secretName: 's3' },
        },
      },
      is: {
        backup: {
          ...defaultTargetOptions.backup,
          destinationPath: 's3://b',
          credentials: {
            from: 'reference',
            secretName: 's3',
            accessKeyIdKey: 'accessKeyId',
            secretAccessKeyKey: 'secretAccessKey',
          },
        },
      },
    },
    {
      reason: 'a source of credentials comes with what belongs to it',
      options: { credentials: { source: 'vault-static' } },
      is: {
        credentials: {
          source: 'vault-static',
          engine: 'kv-v2',
          mount: 'kv',
          path: 'apps/{app}/{env}',
          passwordKey: 'password',
          refreshAfter: '1m',
          auth: {
            from: 'created',
            name: '{cluster}',
            mount: 'kubernetes',
            role: '{app}-{env}',
            serviceAccount: 'default',
            audiences: [],
          },
          restarts: [],
        },
      },
    },
    {
      reason: 'a secret store is one for the whole Kubernetes cluster',
      options: {
        credentials: { source: 'external-secret', store: { name: 'aws' } },
      },
      is: {
        credentials: {
          source: 'external-secret',
          store: { kind: 'ClusterSecretStore', name: 'aws' },
          key: 'apps/{app}/{env}',
          passwordProperty: 'password',
          refreshInterval: '1m',
        },
      },
    },
  ])('$reason', ({ options, is }) => {
    expect(parse({ options }).options).toEqual({
      ...defaultTargetOptions,
      ...is,
    });
  });

  it.each([
    {
      reason: 'an id that no URL takes',
      target: { id: 'Synestra GmbH' },
      says: 'databases.targets[0].id: must be lower-case letters, digits and dashes',
    },
    {
      reason: 'an unheard-of option',
      target: { options: { namespace: 'x' } },
      says: "databases.targets[0].options: Unrecognized key(s) in object: 'namespace'",
    },
    {
      reason: 'a path that leads out of the repository',
      target: { options: { paths: { values: '../{app}.yaml' } } },
      says: 'databases.targets[0].options.paths.values: must not lead out of the repository with ".."',
    },
    {
      reason: 'a certificate outside of the repository',
      target: {
        options: {
          secrets: { sealedSecrets: { certificateFile: '/etc/cert.pem' } },
        },
      },
      says: 'databases.targets[0].options.secrets.sealedSecrets.certificateFile: must not begin with a slash',
    },
    {
      reason: 'files that would all be called the same',
      target: { options: { secrets: { fileName: 'secret.yaml' } } },
      says: 'databases.targets[0].options.secrets.fileName: must have {secret} in it, end in .yaml, and name no folder',
    },
    {
      reason: 'a path of the machine',
      target: { options: { paths: { chart: '/charts' } } },
      says: 'databases.targets[0].options.paths.chart: must not begin with a slash',
    },
    {
      reason: 'a source of credentials that cannot be created',
      target: { options: { credentials: { source: 'sealed-secret' } } },
      says: 'databases.targets[0].options.credentials.source: ',
    },
    {
      reason: 'options that belong to another source',
      target: { options: { credentials: { source: 'sops', mount: 'kv' } } },
      says: "databases.targets[0].options.credentials: Unrecognized key(s) in object: 'mount'",
    },
    {
      reason: 'a password that nothing carries to the app',
      target: { options: { credentials: { source: 'operator-generated' } } },
      says: 'databases.targets[0].options.credentials.store: is missing: the operator makes its Secret in the databases namespace, and only a store that reads that namespace can carry it to the app',
    },
    {
      reason: 'a path of Vault that leads elsewhere',
      target: {
        options: { credentials: { source: 'vault-static', path: 'a/../b' } },
      },
      says: 'databases.targets[0].options.credentials.path: must not have "." or ".." in it',
    },
    {
      reason: 'a placeholder that nothing fills',
      target: {
        options: {
          credentials: { source: 'vault-static', path: 'apps/{name}' },
        },
      },
      says: 'databases.targets[0].options.credentials.path: has the placeholder {name}, which means nothing',
    },
    {
      reason: 'a Vault that is spoken to in clear',
      target: {
        options: {
          credentials: {
            source: 'vault-static',
            connection: { address: 'http://vault.example.test' },
          },
        },
      },
      says: 'databases.targets[0].options.credentials.connection.address: must begin with https://',
    },
    {
      reason: 'an unheard-of layout',
      target: { layout: 'flat' },
      says: 'databases.targets[0].layout: there is no layout "flat"; known are platformAndApp, overlays',
    },
    {
      reason: 'a repository that is not one',
      target: { app: { repoUrl: 'web-core' } },
      says: 'databases.targets[0].app.repoUrl: ',
    },
  ])('refuses $reason', ({ target, says }) => {
    expect(() => parse(target)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(says),
      }),
    );
  });
});
