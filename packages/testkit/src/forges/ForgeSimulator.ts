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

import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { matchEndpoint } from './matchEndpoint';
import { refuseUndocumented } from './refuseUndocumented';
import {
  countRequest,
  LimitDialect,
  limitHeaders,
  RequestLimits,
} from './RequestLimits';
import {
  SimulatedAnswer,
  SimulatedEndpoint,
  SimulatedRefusal,
} from './SimulatedEndpoint';
import {
  SimulatedRepository,
  SimulatedRepositorySettings,
} from './SimulatedRepository';
import { SimulatedToken } from './SimulatedToken';

/** How one kind of host speaks; its file has the endpoints. */
export interface ForgeDialect {
  /** Endpoints over the simulator's repositories. */
  endpoints(simulator: ForgeSimulator): readonly SimulatedEndpoint[];
  /** The token that a request carries; `undefined` without one. */
  readToken(request: IncomingMessage): string | undefined;
  /** For a token that nobody has. */
  readonly unauthorized: SimulatedAnswer;
  readonly limits: LimitDialect;
  /** Sent with every answer. */
  readonly headers?: { readonly [name: string]: string };
}

/** One request, as it came. @public */
export interface SimulatedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
  /** Of the answer's body. */
  readonly bytes: number;
}

/**
 * A git host for tests that speaks the documented API of a real one: its
 * repositories are bare git repositories, and what its documentation does not
 * name is answered 501 and remembered as a violation, on which
 * {@link ForgeSimulator.stop} fails.
 */
export class ForgeSimulator {
  readonly #dialect: ForgeDialect;
  /** Of its repositories. */
  readonly folder: string;
  readonly #server: Server;
  readonly #endpoints: readonly SimulatedEndpoint[];
  readonly #repositories = new Map<string, SimulatedRepository>();
  readonly #tokens = new Map<string, SimulatedToken>();
  /** What was asked, in order. */
  readonly requests: SimulatedRequest[] = [];
  /** Requests that the host's documentation does not know. */
  readonly violations: string[] = [];
  /** Milliseconds before each answer. */
  latency = 0;
  /** Whether the connection breaks, after what was asked is done. */
  breaks: (request: SimulatedRequest) => boolean = () => false;
  readonly limits: RequestLimits = {
    limit: 5_000,
    remaining: 5_000,
    resetAt: Math.ceil(Date.now() / 1000) + 3_600,
  };

  private constructor(dialect: ForgeDialect, folder: string, server: Server) {
    this.#dialect = dialect;
    this.folder = folder;
    this.#server = server;
    this.#endpoints = dialect.endpoints(this);
  }

  static async start(dialect: ForgeDialect): Promise<ForgeSimulator> {
    const folder = await mkdtemp(join(tmpdir(), 'basewell-forge-'));
    const server = createServer();
    const simulator = new ForgeSimulator(dialect, folder, server);
    server.on('request', async (request: IncomingMessage, response) => {
      const answer = await simulator.#serve(request);
      const body = renderBody(answer.body);
      const served = {
        method: request.method!,
        path: request.url!,
        status: answer.status,
        bytes: body?.length ?? 0,
      };
      simulator.requests.push(served);
      if (simulator.breaks(served)) {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, {
        ...(answer.body !== undefined &&
          !Buffer.isBuffer(answer.body) && {
            'content-type': 'application/json; charset=utf-8',
          }),
        ...dialect.headers,
        ...limitHeaders(simulator.limits, dialect.limits),
        ...answer.headers,
      });
      response.end(body);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return simulator;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  addToken(secret: string, login: string, scopes: readonly string[]): void {
    this.#tokens.set(secret, { login, scopes: new Set(scopes) });
  }

  async createRepository(
    settings: SimulatedRepositorySettings,
  ): Promise<SimulatedRepository> {
    const { owner, name } = settings;
    const folder = join(this.folder, `${owner}/${name}.git`);
    const repository = new SimulatedRepository(folder, settings);
    await repository.git.create(repository.defaultBranch);
    this.#repositories.set(`${owner}/${name}`, repository);
    return repository;
  }

  /** Names are as in `owner/name`; owners may have slashes. */
  repository(name: string): SimulatedRepository | undefined {
    return this.#repositories.get(name);
  }

  repositories(): readonly SimulatedRepository[] {
    return [...this.#repositories.values()];
  }

  /** Names of those who have a token. */
  logins(): readonly string[] {
    return [...new Set([...this.#tokens.values()].map(({ login }) => login))];
  }

  /** @throws Error when something undocumented was asked */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
    await rm(this.folder, { recursive: true, force: true });
    if (this.violations.length) {
      throw new Error(
        `The simulated host was asked for what its documentation does not know:\n${this.violations.join('\n')}`,
      );
    }
  }

  async #serve(request: IncomingMessage): Promise<SimulatedAnswer> {
    const content = await buffer(request);
    await sleep(this.latency);
    try {
      return await this.#answer(request, content);
    } catch (error) {
      return error instanceof SimulatedRefusal
        ? error.answer
        : this.violation(`${request.method} ${request.url}: ${error}`);
    }
  }

  async #answer(
    request: IncomingMessage,
    content: Buffer,
  ): Promise<SimulatedAnswer> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url!, this.url);
    const [path] = request.url!.split('?');
    const matched = matchEndpoint(this.#endpoints, method, path);
    if (!matched) {
      return this.violation(`${method} ${path} is documented nowhere`);
    }
    const { searchParams } = url;
    const query = Object.fromEntries(
      [...searchParams.keys()].map(name => [
        name,
        searchParams.getAll(name).join(','),
      ]),
    );
    const { binary } = matched.endpoint;
    const [type] = headers['content-type']?.split(';') ?? [];
    if (binary !== undefined && binary !== type) {
      return this.violation(`${method} ${path} takes ${binary}`);
    }
    const body = readBody(content, binary);
    const undocumented = refuseUndocumented(matched.endpoint, {
      query,
      body: binary === undefined ? body : undefined,
    });
    if (undocumented) {
      return this.violation(undocumented);
    }
    const secret = this.#dialect.readToken(request);
    const token = secret === undefined ? undefined : this.#tokens.get(secret);
    if (secret !== undefined && !token) {
      return this.#dialect.unauthorized;
    }
    return (
      countRequest(this.limits, this.#dialect.limits) ??
      matched.endpoint.handle({
        ...matched,
        query,
        body,
        headers,
        token,
        url: new URL(path, this.url),
      })
    );
  }

  /** Answers what no documentation knows, so that it is noticed. */
  violation(message: string): SimulatedAnswer {
    this.violations.push(message);
    return { status: 501, body: { message } };
  }
}

function renderBody(body: unknown): Buffer | undefined {
  return body === undefined || Buffer.isBuffer(body)
    ? body
    : Buffer.from(JSON.stringify(body));
}

function readBody(content: Buffer, binary: string | undefined): unknown {
  if (!content.length) {
    return undefined;
  }
  return binary === undefined ? JSON.parse(content.toString()) : content;
}
