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
  PlanPreview,
  requestFromParameters,
} from '@basewell/plugin-databases-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDatabases } from '../__testUtils__/FakeDatabases';
import {
  noBackups,
  parameters,
  preview,
  storefront,
} from '../__testUtils__/fixtures';
import { renderField } from '../__testUtils__/renderField';
import { DatabaseReview } from './DatabaseReview';

describe('DatabaseReview', () => {
  it('shows both pull requests in the order of merging, and agrees to their digest', async () => {
    const client = new FakeDatabases();
    const { written } = await renderField('review', DatabaseReview, {
      client,
      parameters,
    });
    expect(
      await screen.findByText('1. Platform repository'),
    ).toBeInTheDocument();
    expect(screen.getByText('2. App repository')).toBeInTheDocument();
    expect(
      screen.getByText('Draft until the platform one is merged'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Will be asked to review: @platform/owners'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Must approve by the rule “Databases”: 1 of @grace, @heidi',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Must approve by the rule “Two eyes”: 2, whoever may'),
    ).toBeInTheDocument();
    expect(screen.getByText('All policy rules passed.')).toBeInTheDocument();
    expect(
      screen.getByText('1 file, 1 more is right already'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(written.at(-1)).toEqual({ digest: 'd1', production: false }),
    );
    expect(client.asked).toEqual([
      {
        request: expect.objectContaining({ metadata: { name: 'shop' } }),
        tokens: undefined,
      },
    ]);
  });

  it('says what is done as the repositories do it, and which files show it', async () => {
    await renderField('review', DatabaseReview, {
      client: new FakeDatabases(),
      parameters,
    });
    await userEvent.click(
      await screen.findByText('Done as these repositories do it: 2'),
    );
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual(
      expect.arrayContaining([
        'AppProject of Applications of databases: platform as argocd/apps/infra-landing-db.yaml of the platform repository',
        'Lists in YAML: indented below their key no file shows it: as most houses do',
      ]),
    );
  });

  it('opens the diff of a secret by keyboard: shapes and recipients, no value', async () => {
    await renderField('review', DatabaseReview, {
      client: new FakeDatabases(),
      parameters,
    });
    const file = await screen.findByRole('button', {
      name: /shop-dev-initdb-secret/,
    });
    expect(
      within(file).getByRole('img', { name: 'Encrypted secret' }),
    ).toBeInTheDocument();
    file.focus();
    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByRole('region', {
        name: 'Changes in secrets/databases/shop-dev-initdb-secret.yaml',
      }),
    ).toHaveTextContent('+password: <generated, 48 characters>');
    expect(screen.getByText('Encrypted for age1example')).toBeVisible();
  });

  it('says whose certificate a secret is sealed with', async () => {
    const client = new FakeDatabases();
    const files = preview.files.map(file => ({
      ...file,
      ...(file.secret && {
        encryption: {
          state: 'sealed' as const,
          certificate: '-----BEGIN CERTIFICATE-----',
          from: 'certs/dev.pem',
          key: 'rsa',
          notAfter: '2036-11-20T00:00:00.000Z',
          fingerprint: 'AB:CD',
          scope: 'strict' as const,
        },
      }),
    }));
    client.previews = [{ ...preview, files }];
    await renderField('review', DatabaseReview, { client, parameters });
    const file = await screen.findByRole('button', {
      name: /shop-dev-initdb-secret/,
    });
    await userEvent.click(file);
    expect(
      await screen.findByText(
        'Sealed for the controller whose certificate is in certs/dev.pem',
      ),
    ).toBeVisible();
  });

  it('does not trust a preview of an earlier visit', async () => {
    const client = new FakeDatabases();
    client.previews = [preview, { ...preview, digest: 'd2' }];
    const { form, written } = await renderField('review', DatabaseReview, {
      client,
      parameters,
      before: async ({ previews }) => {
        previews.ask({ request: requestFromParameters(parameters) });
        await Promise.resolve();
      },
    });
    await waitFor(() =>
      expect(written.at(-1)).toEqual({ digest: 'd2', production: false }),
    );
    expect(written).not.toContainEqual(
      expect.objectContaining({ digest: 'd1' }),
    );
    expect(form.previews.getState()).toMatchObject({ status: 'ready' });
  });

  it('says what to fill where, before the merge', async () => {
    const client = new FakeDatabases();
    const command =
      'printf \'{"password":"%s"}\' "$(openssl rand -hex 24)" | vault kv put -mount=kv -cas=0 apps/shop/dev -';
    const entry = { environment: 'dev', store: 'Vault', keys: ['password'] };
    client.previews = [
      {
        ...preview,
        databases: [
          { credentialSource: 'vault-static' },
        ] as unknown as PlanPreview['databases'],
        entries: [
          { ...entry, entry: 'kv/apps/shop/dev', command },
          { ...entry, store: 'ClusterSecretStore aws', entry: 'shop/dev' },
        ],
      },
    ];
    await renderField('review', DatabaseReview, { client, parameters });
    expect(
      await screen.findByText(
        'Before the first merge, for dev: fill kv/apps/shop/dev in Vault',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^Passwords are kept in Vault/),
    ).toBeInTheDocument();
    expect(screen.getByText(command)).toBeInTheDocument();
    expect(
      screen.getByText(/Give each a random value of letters and digits/),
    ).toBeInTheDocument();
  });

  it('says production is production', async () => {
    const { written } = await renderField('review', DatabaseReview, {
      client: new FakeDatabases(),
      parameters: { ...parameters, environments: [{ name: 'prod' }] },
    });
    await waitFor(() =>
      expect(written.at(-1)).toEqual({ digest: 'd1', production: true }),
    );
  });

  it('agrees to nothing that cannot be created', async () => {
    const client = new FakeDatabases();
    client.previews = [
      {
        ...preview,
        findings: [noBackups],
        blockers: [noBackups.summary],
      },
    ];
    const { written } = await renderField('review', DatabaseReview, {
      client,
      parameters,
    });
    expect(
      await screen.findByText('This cannot be created yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(`Stops: ${noBackups.summary}`)).toBeInTheDocument();
    expect(written).toEqual([{ production: false }]);
  });

  it('shows a waived finding with its reason', async () => {
    const client = new FakeDatabases();
    client.previews = [
      {
        ...preview,
        findings: [
          { ...noBackups, waiver: { reason: 'A test.', until: '2027-01-01' } },
        ],
      },
    ];
    await renderField('review', DatabaseReview, { client, parameters });
    expect(
      await screen.findByText(/Waived until 2027-01-01: A test\./),
    ).toBeInTheDocument();
  });

  it('names a pull request of somebody else that is in the way', async () => {
    const client = new FakeDatabases();
    const existing = {
      number: 7,
      url: 'https://forge.example.test/7',
      state: 'open' as const,
      requester: 'user:default/grace',
      ours: false,
    };
    client.previews = [
      {
        ...preview,
        pullRequests: [{ ...preview.pullRequests[0], existing }],
        blockers: ['user:default/grace has an open request'],
      },
    ];
    await renderField('review', DatabaseReview, { client, parameters });
    expect(
      await screen.findByRole('link', {
        name: /Pull request #7 by user:default\/grace is in the way/,
      }),
    ).toHaveAttribute('href', existing.url);
  });

  it('says why there is no preview, and tries again', async () => {
    const client = new FakeDatabases();
    client.previews = [
      Object.assign(new Error('Request failed'), {
        statusCode: 400,
        cause: { message: 'spec.environments: are empty' },
      }),
      preview,
    ];
    await renderField('review', DatabaseReview, { client, parameters });
    expect(
      await screen.findByText('spec.environments: are empty'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('Nothing stands in the way'),
    ).toBeInTheDocument();
  });

  it('asks for a sign-in where the portal’s token may not be used', async () => {
    const client = new FakeDatabases();
    client.targets = {
      items: [{ ...storefront, userTokenHosts: ['forge.example.test'] }],
      problems: [],
    };
    await renderField('review', DatabaseReview, { client, parameters });
    const [platform] = await screen.findAllByRole('button', {
      name: 'Sign in to forge.example.test',
    });
    await userEvent.click(platform);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Sign in to forge.example.test',
      }),
    );
    await waitFor(() =>
      expect(client.asked).toEqual([
        expect.objectContaining({ tokens: { platform: 'mine', app: 'mine' } }),
      ]),
    );
  });

  it('agrees to nothing while the keys for backups are missing', async () => {
    const client = new FakeDatabases();
    client.targets = {
      items: [
        {
          ...storefront,
          backup: { ...storefront.backup, credentialsNeeded: true },
        },
      ],
      problems: [],
    };
    const { written } = await renderField('review', DatabaseReview, {
      client,
      parameters: { ...parameters, environments: [{ name: 'prod' }] },
    });
    expect(
      await screen.findByText(
        'The keys of the object store for backups are missing.',
      ),
    ).toBeInTheDocument();
    expect(await screen.findByText('Nothing stands in the way')).toBeVisible();
    expect(written).toEqual([{ production: true }]);
  });
});
