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

import { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiStatus } from './ApiStatus';
import { discovery } from './discovery';
import { listObjects } from './listObjects';
import { ObjectLog } from './ObjectLog';
import { parseResourceRequest } from './ResourceRequest';
import { ServedResource } from './servedResources';
import { ObjectWatch, WatchLine, watchObjects } from './watchObjects';

/** @internal */
export interface KubernetesApiOptions {
  readonly log: ObjectLog;
  /** Who asks has to show it. */
  readonly token: string;
  readonly resources: readonly ServedResource[];
  /** Between two bookmarks, ms; about a minute on a real server. */
  readonly bookmarkEvery?: number;
}

/**
 * A Kubernetes API server that can only be read, over one log of objects.
 *
 * @internal
 */
export function kubernetesListener(
  options: KubernetesApiOptions,
): RequestListener {
  const { log, token, resources, bookmarkEvery = 60_000 } = options;
  const documents = discovery(resources);

  function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://api');
    if (['/livez', '/readyz', '/healthz'].includes(url.pathname)) {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
      return;
    }
    if (request.headers.authorization !== `Bearer ${token}`) {
      throw new ApiStatus(401, 'Unauthorized');
    }
    if (request.method !== 'GET') {
      throw new ApiStatus(
        405,
        'the demo is read only: it knows get, list and watch',
      );
    }
    const document = documents.get(url.pathname.replace(/\/$/, ''));
    if (document) {
      send(response, 200, document);
      return;
    }
    const asked = parseResourceRequest(url, resources);
    const { resource, namespace, name } = asked;
    if (name) {
      const object = log.get(resource, { namespace, name });
      if (!object) {
        throw new ApiStatus(404, `${resource.id} "${name}" not found`);
      }
      send(response, 200, object);
    } else if (['true', '1'].includes(asked.query.get('watch') ?? '')) {
      stream(response, watchObjects(log, asked));
    } else {
      send(response, 200, listObjects(log, asked));
    }
  }

  function stream(response: ServerResponse, watch: ObjectWatch) {
    const write = (lines: readonly WatchLine[]) => {
      for (const line of lines) {
        response.write(`${JSON.stringify(line)}\n`);
      }
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    write(watch.first);
    if (watch.first[0]?.type === 'ERROR') {
      response.end();
      return;
    }
    const unsubscribe = log.subscribe(event => write(watch.lines(event)));
    const bookmarks = setInterval(() => write(watch.bookmark()), bookmarkEvery);
    const end = setTimeout(() => {
      write(watch.bookmark());
      response.end();
    }, watch.seconds * 1000);
    response.once('close', () => {
      unsubscribe();
      clearInterval(bookmarks);
      clearTimeout(end);
    });
  }

  return (request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      const status =
        error instanceof ApiStatus ? error : new ApiStatus(500, String(error));
      send(response, status.code, status.body);
    }
  };
}

function send(response: ServerResponse, code: number, body: object) {
  response
    .writeHead(code, { 'content-type': 'application/json' })
    .end(JSON.stringify(body));
}
