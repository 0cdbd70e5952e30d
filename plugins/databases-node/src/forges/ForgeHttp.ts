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

import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { JsonArray, JsonObject } from '@backstage/types';
import { ForgeAdvice, forgeError } from './forgeError';
import { ForgeRuntime } from './ForgeRuntime';
import { nextPage } from './nextPage';
import { quoteAnswer } from './quoteAnswer';
import { rateLimitReset } from './rateLimitReset';
import { readAnswer } from './readAnswer';
import { RequestSlots } from './RequestSlots';
import { isRateLimited, RequestOutcome, retryDelay } from './retryDelay';

/** @internal */
export interface ForgeHttpOptions {
  /** Everything is below this address, and credentials go nowhere else. */
  readonly baseUrl: string;
  readonly headers: { readonly [name: string]: string };
  /** Tokens in every form in which they are sent; they stay out of errors. */
  readonly secrets: readonly string[];
  /** Such as `acme/shop on git.example.test`: named in errors, and the lane of its requests. */
  readonly repository: string;
  readonly advice: ForgeAdvice;
  /** The status that an answer really has, for hosts that say more in its body. */
  readonly statusOf?: (status: number, text: string) => number;
  /** The one that limits requests, where every answer says how long to wait. */
  readonly limitStatus?: number;
  readonly slots: RequestSlots;
  readonly runtime: ForgeRuntime;
  readonly signal?: AbortSignal;
}

/** @internal */
export interface ForgeCall {
  /** What it is for, after "Could not": `read the branch main`. */
  readonly purpose: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Segments below the base address, not yet encoded. */
  readonly path: readonly string[];
  /** Whether the address ends in a slash. */
  readonly slash?: boolean;
  /** A name with several values is repeated. */
  readonly query?: { readonly [name: string]: string | readonly string[] };
  readonly body?: JsonObject | JsonArray;
  /** Whatever the method, it changes nothing, and can be sent again. */
  readonly reads?: boolean;
  /** Sent instead of JSON; then the answer is a text. */
  readonly binary?: { readonly type: string; readonly bytes: Uint8Array };
  /** Content type of the answer, which is bytes and no JSON. */
  readonly answers?: string;
  /** Statuses besides 2xx that are an answer too. */
  readonly accept?: readonly number[];
}

/** @internal */
export interface ForgeAnswer {
  readonly status: number;
  /** JSON, or `undefined` when there was none; a buffer where bytes were asked for. */
  readonly body: unknown;
  /** Query of the next page, when there is one. */
  readonly next?: { readonly [name: string]: string };
  /** What the host said, for an error. */
  readonly said: string;
}

type Outcome = RequestOutcome & {
  /** Body of an answer, or why there is none. */
  readonly text: string;
  readonly bytes?: Buffer;
  readonly location?: string;
  readonly next?: ForgeAnswer['next'];
};

/**
 * Talks to one repository's host: JSON in, JSON out, every failure an error
 * that says which repository, what was tried and what to do. All forges use it.
 *
 * @internal
 */
export class ForgeHttp {
  readonly #options: ForgeHttpOptions;

  constructor(options: ForgeHttpOptions) {
    this.#options = options;
  }

  /**
   * @throws the kinds that are listed at {@link ForgeRepository}, for every
   *   status that is neither 2xx nor accepted
   */
  async send(call: ForgeCall): Promise<ForgeAnswer> {
    const { slots, repository, signal } = this.#options;
    const url = this.#url(call);
    const outcome = await slots.run(
      repository,
      () => this.#persist(call, url),
      signal,
    );
    return this.#conclude(call, outcome);
  }

  /** The error for an accepted answer that turned out to be none. */
  error(
    call: Pick<ForgeCall, 'purpose'>,
    answer: Pick<ForgeAnswer, 'status' | 'said'>,
  ): Error {
    return forgeError(this.attempt(call), answer, this.#options.advice);
  }

  /** What the host said in an answer of its own format, for an error. */
  quote(text: string): string {
    return quoteAnswer(text, this.#options.secrets);
  }

  /** Beginning of an error's message. */
  attempt(call: Pick<ForgeCall, 'purpose'>): string {
    return `Could not ${call.purpose} in ${this.#options.repository}`;
  }

  async #persist(call: ForgeCall, url: string): Promise<Outcome> {
    const { runtime, signal } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#once(call, url);
      const delay = retryDelay(
        outcome,
        { method: call.reads ? 'GET' : call.method, attempt },
        {
          now: runtime.now(),
          random: runtime.random(),
          longestWait: runtime.longestWait,
        },
      );
      if (delay === undefined) {
        return outcome;
      }
      await runtime.wait(delay, signal);
    }
  }

  async #once(call: ForgeCall, url: string): Promise<Outcome> {
    const { runtime, signal, headers, statusOf, limitStatus } = this.#options;
    const timeout = AbortSignal.timeout(runtime.timeout);
    runtime.onRequest?.({ method: call.method, url });
    try {
      const response = await runtime.fetch(url, {
        method: call.method,
        headers: {
          accept: call.answers ?? 'application/json',
          ...contentType(call),
          ...headers,
        },
        body: call.binary?.bytes ?? (call.body && JSON.stringify(call.body)),
        // A redirect could carry the token to another host.
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      const bytes = await readAnswer(response);
      if (!bytes) {
        return { kind: 'tooLarge', text: 'the answer is too large' };
      }
      const text = new TextDecoder().decode(bytes);
      return {
        kind: 'answered',
        status: statusOf?.(response.status, text) ?? response.status,
        resetAt:
          (limitStatus ?? response.status) === response.status
            ? rateLimitReset(response.headers, runtime.now())
            : undefined,
        location: response.headers.get('location') ?? undefined,
        next: nextPage(response.headers),
        text,
        ...(call.answers && { bytes }),
      };
    } catch (error) {
      signal?.throwIfAborted();
      return timeout.aborted
        ? { kind: 'timeout', text: `no answer in ${runtime.timeout} ms` }
        : {
            kind: 'unreachable',
            // An invalid header is quoted in the message, and the token is one.
            text: quoteAnswer(networkReason(error), this.#options.secrets),
          };
    }
  }

  #conclude(call: ForgeCall, outcome: Outcome): ForgeAnswer {
    const attempt = this.attempt(call);
    if (outcome.kind === 'tooLarge') {
      throw new InputError(
        `${attempt}: ${outcome.text} to be read. Take the largest files out of the repository's folders of manifests, or name another repository in repoUrl`,
      );
    }
    if (outcome.kind !== 'answered') {
      throw new ServiceUnavailableError(
        `${attempt}: ${outcome.text}. Check that the host is up and that the backend can reach it; run again when it does`,
      );
    }
    const { secrets, advice } = this.#options;
    const { status } = outcome;
    if (status >= 300 && status < 400) {
      throw new InputError(
        `${attempt}: ${status}, redirected to ${this.#target(outcome.location)}. Redirects are not followed because they could take the token elsewhere. The repository was renamed or baseUrl of the integration is not the host's own address: correct repoUrl or baseUrl`,
      );
    }
    const succeeded = status >= 200 && status < 300;
    const said = succeeded ? '' : quoteAnswer(outcome.text, secrets);
    // Whoever accepts a 403 wants to know of permissions, and this is none.
    const limited = isRateLimited(outcome);
    if (!succeeded && (limited || !call.accept?.includes(status))) {
      const waitUntil =
        (limited || status === 503) && outcome.resetAt !== undefined
          ? new Date(outcome.resetAt).toISOString()
          : undefined;
      throw forgeError(attempt, { status, said, waitUntil }, advice);
    }
    return {
      status,
      said,
      body:
        outcome.bytes ??
        (call.binary ? outcome.text : this.#parse(attempt, outcome, succeeded)),
      next: outcome.next,
    };
  }

  #parse(attempt: string, outcome: Outcome, succeeded: boolean): unknown {
    try {
      return outcome.text ? JSON.parse(outcome.text) : undefined;
    } catch {
      if (!succeeded) {
        return undefined;
      }
      // It may be the contents of a file, which nobody is to read in a log.
      if (/^\s*[[{"]/.test(outcome.text)) {
        throw new ServiceUnavailableError(
          `${attempt}: the answer breaks off after ${outcome.text.length} characters. Run again; if it stays, look for a limit on the size of answers before ${this.#options.baseUrl}`,
        );
      }
      throw new ServiceUnavailableError(
        `${attempt}: the answer is no JSON but "${quoteAnswer(outcome.text, this.#options.secrets)}". Something else answers at ${this.#options.baseUrl}, perhaps a sign-in page; check baseUrl of the integration`,
      );
    }
  }

  #url(call: ForgeCall): string {
    // A URL parser would take these out, and end up at another endpoint.
    if (call.path.some(part => ['', '.', '..'].includes(part))) {
      throw new InputError(
        `${this.attempt(call)}: "${call.path.join('/')}" has an empty, "." or ".." segment. Correct the path or the name`,
      );
    }
    const path = call.path.map(encodeURIComponent).join('/');
    const pairs = Object.entries(call.query ?? {}).flatMap(([name, values]) =>
      [values].flat().map(value => [name, value]),
    );
    const query = new URLSearchParams(pairs).toString();
    return `${this.#options.baseUrl}/${path}${call.slash ? '/' : ''}${query && `?${query}`}`;
  }

  /** Where a redirect goes, without what its query may hold. */
  #target(location: string | undefined): string {
    try {
      const { origin, pathname } = new URL(
        location ?? '',
        this.#options.baseUrl,
      );
      return quoteAnswer(`${origin}${pathname}`, this.#options.secrets);
    } catch {
      return 'nowhere';
    }
  }
}

function contentType({ binary, body }: ForgeCall) {
  return (
    (binary || body) && { 'content-type': binary?.type ?? 'application/json' }
  );
}

/** Codes such as ECONNREFUSED; messages of `fetch` say "fetch failed". */
function networkReason(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? message;
}
