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

/** Where a person stands with those who give out a kind of token. */
type SignInState =
  | { readonly status: 'signed-out' }
  | { readonly status: 'signing-in' }
  | { readonly status: 'signed-in' }
  | { readonly status: 'refused'; readonly error: Error };

/** Gives a token; it may ask the person to sign in. */
type TokenSource = () => Promise<{ readonly token?: string }>;

const signedOut: SignInState = { status: 'signed-out' };

/**
 * The tokens of a person for Kubernetes clusters that are read with them. Nobody
 * is asked to sign in before they say that they want to; a source is asked again
 * as long as it gives tokens, and after a refusal only when the person says so.
 */
export class KubernetesTokens {
  readonly #tokens = new Map<string, string>();
  readonly #sources = new Map<string, TokenSource>();
  readonly #listeners = new Set<() => void>();
  #states: ReadonlyMap<string, SignInState> = new Map();

  /** The same as long as nothing changes. */
  readonly states = () => this.#states;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  stateOf(provider: string): SignInState {
    return this.#states.get(provider) ?? signedOut;
  }

  /** @param provider - `google`, `oidc-okta` */
  async signIn(provider: string, source: TokenSource): Promise<void> {
    this.#become(provider, { status: 'signing-in' });
    await this.#renew(provider, source);
  }

  /**
   * What to send now, by provider. No page waits for a source: a token is renewed
   * for the next request.
   */
  current(): { readonly [provider: string]: string } {
    for (const [provider, source] of this.#sources) {
      this.#renew(provider, source);
    }
    return Object.fromEntries(this.#tokens);
  }

  async #renew(provider: string, source: TokenSource): Promise<void> {
    // Not twice at once; a source that is asked may wait for its person.
    this.#sources.delete(provider);
    try {
      const { token } = await source();
      if (!token) {
        throw new Error('There was no token.');
      }
      this.#tokens.set(provider, token);
      this.#sources.set(provider, source);
      if (this.stateOf(provider).status !== 'signed-in') {
        this.#become(provider, { status: 'signed-in' });
      }
    } catch (error) {
      this.#tokens.delete(provider);
      this.#become(provider, { status: 'refused', error: error as Error });
    }
  }

  #become(provider: string, state: SignInState): void {
    this.#states = new Map(this.#states).set(provider, state);
    this.#listeners.forEach(listener => listener());
  }
}
