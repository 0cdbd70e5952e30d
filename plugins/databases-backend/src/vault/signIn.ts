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

import { Fields } from '@basewell/plugin-databases-common/domain';
import NodeVault from 'node-vault';
import { readFile } from 'node:fs/promises';
import { ApiProblem } from '../kubernetes/ApiProblem';
import { problemOfVault } from './problemOfVault';
import { unexpectedAnswer } from './unexpectedAnswer';
import { VaultSettings } from './VaultSettings';

/** A token, and how long it lasts. */
export interface VaultToken {
  readonly value: string;
  /** Seconds from now; 0 for one that does not end. */
  readonly ttl: number;
}

/**
 * Gets a token by the configured method. Auth methods are asked again each time,
 * with what their file has by now; a token of the configuration is renewed.
 *
 * @param vault - has no token yet
 * @throws ApiProblem
 */
export async function signIn(
  settings: VaultSettings,
  vault: NodeVault.client,
): Promise<VaultToken> {
  const { id, login } = settings;
  if (login.method === 'token') {
    return renew(id, login.token, vault);
  }
  const proof = login.method === 'approle' ? login : await readProof(id, login);
  const asked = `let the portal in by ${login.method} at auth/${login.mount}`;
  let answer: Fields;
  try {
    answer = Fields.of(await present(vault, login.mount, proof));
  } catch (error) {
    const problem = problemOfVault(id, asked, error);
    throw problem.status === 400 || problem.status === 403
      ? new ApiProblem(
          'unauthorized',
          `Vault ${id} does not ${asked} (${problem.status}). Check the role or the secret id, and that the mount is the right one.`,
          { status: problem.status },
        )
      : problem;
  }
  const value = answer.string('auth', 'client_token');
  if (!value) {
    throw unexpectedAnswer(id, asked);
  }
  return { value, ttl: answer.number('auth', 'lease_duration') ?? 0 };
}

type Proof =
  | { readonly role: string; readonly jwt: string }
  | { readonly roleId: string; readonly secretId: string };

function present(vault: NodeVault.client, mount: string, proof: Proof) {
  return 'jwt' in proof
    ? // The same for a JWT: {role, jwt} at the mount that is given.
      vault.kubernetesLogin({
        mount_point: mount,
        role: proof.role,
        jwt: proof.jwt,
      })
    : vault.approleLogin({
        mount_point: mount,
        role_id: proof.roleId,
        secret_id: proof.secretId,
      });
}

async function readProof(
  id: string,
  { role, tokenFile }: { readonly role: string; readonly tokenFile: string },
): Promise<Proof> {
  try {
    return { role, jwt: (await readFile(tokenFile, 'utf8')).trim() };
  } catch (error) {
    throw new ApiProblem(
      'unauthorized',
      `The token for Vault ${id} cannot be read from ${tokenFile} (${(error as { code?: string }).code}). Mount it there, or set auth.tokenFile.`,
    );
  }
}

async function renew(
  id: string,
  token: string,
  vault: NodeVault.client,
): Promise<VaultToken> {
  vault.token = token;
  try {
    const { data } = Object(await vault.tokenLookupSelf());
    const known = Fields.of(data);
    const ttl = known.number('ttl') ?? 0;
    if (!ttl || !known.boolean('renewable')) {
      return { value: token, ttl };
    }
    return { value: token, ttl: await prolong(vault, ttl) };
  } catch (error) {
    const problem = problemOfVault(id, 'look at its own token', error);
    throw problem.status === 403
      ? new ApiProblem(
          'unauthorized',
          `Vault ${id} does not accept the portal's token (403). Configure a new one, or let the portal log in by Kubernetes.`,
          { status: 403 },
        )
      : problem;
  }
}

/** A token that may not renew itself is good until it ends. */
async function prolong(vault: NodeVault.client, ttl: number): Promise<number> {
  try {
    const renewed = Fields.of(await vault.tokenRenewSelf());
    return renewed.number('auth', 'lease_duration') ?? ttl;
  } catch (error) {
    if (problemOfVault('', 'renew its token', error).status === 403) {
      return ttl;
    }
    throw error;
  }
}
