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
import { ApiProblem } from '../kubernetes/ApiProblem';
import { ReaderClock } from '../kubernetes/ReaderClock';
import { openVault } from './openVault';
import { problemOfVault } from './problemOfVault';
import { signIn } from './signIn';
import { VaultSettings } from './VaultSettings';
import { VaultTransport } from './vaultTransport';

/** Part of a token's life after which a new one is fetched. */
const RENEW_AFTER = 2 / 3;
/** Milliseconds until a failed login is tried again, while the old token lasts. */
const TRY_AGAIN = 10_000;

interface HeldToken {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly renewAt: number;
  readonly endsAt: number;
}

/** What the portal asks one Vault, with a token that it keeps valid. */
export class VaultSession {
  readonly #settings: VaultSettings;
  readonly #transport: VaultTransport;
  readonly #clock: ReaderClock;
  #token?: HeldToken;
  #signingIn?: Promise<HeldToken>;
  #logins = 0;

  constructor(options: {
    readonly settings: VaultSettings;
    readonly transport: VaultTransport;
    readonly clock: ReaderClock;
  }) {
    this.#settings = options.settings;
    this.#transport = options.transport;
    this.#clock = options.clock;
  }

  /** Id of its Vault. */
  get vault(): string {
    return this.#settings.id;
  }

  /** Of Vault; where it logs in. */
  get namespace(): string {
    return this.#settings.namespace;
  }

  /** How often it has logged in: another token may have other rights. */
  get logins(): number {
    return this.#logins;
  }

  /** @throws ApiProblem when it cannot answer, with the reason */
  async checkHealth(): Promise<void> {
    const { id } = this.#settings;
    const health = Fields.of(
      await this.#open('')
        .health()
        .catch((error: unknown) => {
          throw problemOfVault(id, 'tell its health', error);
        }),
    );
    const failing = (words: string) =>
      new ApiProblem('failing', `Vault ${id} ${words}`);
    if (health.boolean('initialized') === undefined) {
      throw failing(
        'does not tell its health, so something else may answer there. Check its address.',
      );
    }
    if (!health.boolean('initialized')) {
      throw failing('is not initialized. Initialize it.');
    }
    if (health.boolean('sealed')) {
      throw failing('is sealed. Unseal it.');
    }
    if (health.string('replication_dr_mode') === 'secondary') {
      throw failing(
        'is the replica for disasters, which answers nothing. Configure the address of the primary.',
      );
    }
  }

  /**
   * @param route - behind `/v1/`, encoded
   * @param namespace - of Vault, empty for the root
   * @throws ApiProblem for all but 200
   */
  read(route: string, namespace: string): Promise<Fields> {
    return this.#ask(namespace, `read ${route}`, vault => vault.read(route));
  }

  /** Asks for something that needs a body; nothing is changed by it. */
  lookUp(route: string, namespace: string, body: object): Promise<Fields> {
    return this.#ask(namespace, `answer ${route}`, vault =>
      vault.write(route, body),
    );
  }

  /**
   * Gives the token back, if it came by a login.
   *
   * @param transport - its own may be closed already
   */
  async end(transport: VaultTransport): Promise<void> {
    const token = this.#token;
    this.#token = undefined;
    if (token) {
      await this.#revoke(token, transport);
    }
  }

  async #ask(
    namespace: string,
    asked: string,
    call: (vault: NodeVault.client) => Promise<unknown>,
  ): Promise<Fields> {
    let token: HeldToken | undefined;
    const attempt = async () => {
      token = await this.#currentToken();
      try {
        return Fields.of(await call(this.#open(namespace, token.value)));
      } catch (error) {
        throw problemOfVault(this.#settings.id, asked, error);
      }
    };
    try {
      return await attempt();
    } catch (error) {
      // Vault says 403 of a path that is denied, and of a token that is dead.
      const { status } = ApiProblem.of(error);
      if (status !== 403 || !token || !(await this.#isDead(token))) {
        throw error;
      }
      if (this.#token === token) {
        this.#token = undefined;
      }
      return attempt();
    }
  }

  #open(
    namespace: string,
    token?: string,
    transport = this.#transport,
  ): NodeVault.client {
    const { url } = this.#settings;
    return openVault({ url, namespace, token, transport });
  }

  async #currentToken(): Promise<HeldToken> {
    const held = this.#token;
    if (held && this.#clock.now() < held.renewAt) {
      return held;
    }
    this.#signingIn ??= this.#signIn(held).finally(() => {
      this.#signingIn = undefined;
    });
    this.#token = await this.#signingIn;
    return this.#token;
  }

  async #signIn(held: HeldToken | undefined): Promise<HeldToken> {
    const { namespace } = this.#settings;
    const began = this.#clock.now();
    try {
      const { value, ttl } = await signIn(
        this.#settings,
        this.#open(namespace),
      );
      this.#logins++;
      if (held && held.value !== value) {
        await this.#revoke(held);
      }
      const life = ttl ? ttl * 1000 : Infinity;
      return {
        value,
        renewAt: began + life * RENEW_AFTER,
        endsAt: began + life,
      };
    } catch (error) {
      if (held && began < held.endsAt) {
        return { ...held, renewAt: began + TRY_AGAIN };
      }
      throw error;
    }
  }

  async #isDead({ value }: HeldToken): Promise<boolean> {
    const { id, namespace } = this.#settings;
    try {
      await this.#open(namespace, value).tokenLookupSelf();
      return false;
    } catch (error) {
      return problemOfVault(id, 'look at its own token', error).status === 403;
    }
  }

  async #revoke(
    { value }: HeldToken,
    transport?: VaultTransport,
  ): Promise<void> {
    const { namespace, login } = this.#settings;
    if (login.method !== 'token') {
      // One that cannot be revoked ends by itself.
      await this.#open(namespace, value, transport)
        .tokenRevokeSelf()
        .catch(() => {});
    }
  }
}
