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

import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { details, entityDatabases, onDemand } from '../__fixtures__';
import { FakeDatabases, renderTab } from '../__testUtils__';

// Whole pages in jsdom: a busy machine takes its time.
jest.setTimeout(30_000);

const token = 'testkit-token-of-okta';
const button = { name: 'Sign in to finance' };

/** A backend that shows a database to whoever has the token. */
function guarded(): FakeDatabases {
  const fake = new FakeDatabases();
  const ask = fake.getEntityDatabases.bind(fake);
  fake.getEntityDatabases = (entity, options) => {
    const { kubernetesTokens = {} } = options ?? {};
    fake.state.databases =
      kubernetesTokens['oidc-okta'] === token
        ? entityDatabases([details.healthy])
        : entityDatabases([], { gaps: [onDemand] });
    return ask(entity, options);
  };
  return fake;
}

/** The pages of the Kubernetes plugin, where somebody signs in or does not. */
function signingIn(answer: () => Promise<{ token?: string }>) {
  const getCredentials = jest.fn(answer);
  const providers = { getCredentials, decorateRequestBodyForAuth: jest.fn() };
  return {
    getCredentials,
    api: [kubernetesAuthProvidersApiRef, providers] as const,
  };
}

describe('KubernetesSignIn', () => {
  it('asks for a token on a click, and shows what it shows', async () => {
    const { api, getCredentials } = signingIn(async () => ({ token }));
    await renderTab(guarded(), '/', api);
    const signIn = await screen.findByRole('button', button);
    expect(getCredentials).not.toHaveBeenCalled();
    await userEvent.click(signIn);
    expect(
      await screen.findByRole('button', { name: /^shop-cnpg/ }),
    ).toBeVisible();
    expect(getCredentials).toHaveBeenCalledWith('oidc.okta');
    expect(screen.queryByRole('button', button)).not.toBeInTheDocument();
  });

  it('says that a sign-in was refused, and asks once for each click', async () => {
    const { api, getCredentials } = signingIn(async () => {
      throw new Error('Login failed, popup was closed');
    });
    await renderTab(guarded(), '/', api);
    await userEvent.click(await screen.findByRole('button', button));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The sign-in did not succeed: Login failed, popup was closed',
    );
    expect(getCredentials).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', button));
    expect(getCredentials).toHaveBeenCalledTimes(2);
  });

  it('says that nobody can sign in where the Kubernetes plugin has no pages', async () => {
    await renderTab(guarded());
    expect(
      await screen.findByText(
        /this portal has no pages of the Kubernetes plugin/,
      ),
    ).toBeVisible();
    expect(screen.queryByRole('button', button)).not.toBeInTheDocument();
  });
});
