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

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { renderKubeconfig } from './renderKubeconfig';

/**
 * Who a token belongs to, as RBAC sees it.
 *
 * @public
 */
export interface KubernetesUser {
  readonly name: string;
  readonly groups?: readonly string[];
}

/**
 * Answers the API server's question whose token it was shown, so that users can
 * come and go while it runs; a token file is read only at its start.
 *
 * @internal
 */
export class TokenReviewServer {
  readonly #users = new Map<string, KubernetesUser>();
  readonly #server: Server;

  static async start(): Promise<TokenReviewServer> {
    const reviews = new TokenReviewServer();
    reviews.#server.listen(0, '127.0.0.1').unref();
    await once(reviews.#server, 'listening');
    return reviews;
  }

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const review = (await json(request)) as { spec: { token: string } };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(this.#answer(review.spec.token)));
    });
  }

  /** The webhook as kube-apiserver wants it described. */
  get kubeconfig(): string {
    const { port } = this.#server.address() as AddressInfo;
    return renderKubeconfig({ url: `http://127.0.0.1:${port}/` });
  }

  add(user: KubernetesUser): string {
    const token = randomBytes(24).toString('hex');
    this.#users.set(token, user);
    return token;
  }

  remove(token: string): void {
    this.#users.delete(token);
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer(token: string): object {
    const user = this.#users.get(token);
    return {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenReview',
      status: user
        ? {
            authenticated: true,
            user: { username: user.name, groups: user.groups ?? [] },
          }
        : { authenticated: false },
    };
  }
}
