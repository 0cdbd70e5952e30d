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

import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { KubernetesObject } from '../kubernetes';
import { KubernetesConformanceHost } from './KubernetesConformanceHost';

/** One line of a watch. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: any;
}

/** Query of a list and watch in one request. */
export const streamedList = {
  watch: 'true',
  sendInitialEvents: 'true',
  resourceVersionMatch: 'NotOlderThan',
  allowWatchBookmarks: 'true',
} as const;

type Query = Readonly<Record<string, string>>;

let scenes = 0;

/** Objects of one test, told from those of others by a label. */
export class KubernetesScene {
  readonly #host: KubernetesConformanceHost;
  /** Label selector of this scene. */
  readonly own: string;
  readonly #name: string;

  constructor(host: KubernetesConformanceHost) {
    scenes += 1;
    this.#host = host;
    this.#name = `scene-${scenes}`;
    this.own = `scene=${this.#name}`;
  }

  /** A ConfigMap, which every host has. */
  configMap(
    name: string,
    labels: Readonly<Record<string, string>> = {},
  ): KubernetesObject {
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: `${this.#name}-${name}`,
        namespace: 'default',
        labels: { scene: this.#name, ...labels },
      },
    };
  }

  async put(...objects: readonly KubernetesObject[]): Promise<void> {
    for (const object of objects) {
      await this.#host.put(object);
    }
  }

  async delete({ apiVersion, kind, metadata }: KubernetesObject) {
    const { name, namespace } = metadata;
    await this.#host.delete({ apiVersion, kind, name, namespace });
  }

  /** One whole answer; JSON when it is that. */
  async get(
    path: string,
    query: Query = {},
    token: string = this.#host.tokens.reader,
  ): Promise<{ readonly status: number; readonly body: any }> {
    const incoming = await this.#request(path, query, token);
    const content = await text(incoming);
    return {
      status: incoming.statusCode ?? 0,
      body: incoming.headers['content-type']?.includes('json')
        ? JSON.parse(content)
        : content,
    };
  }

  /**
   * The events of a watch until enough are seen, or it ends.
   *
   * @param options - `meanwhile`: done after each event, told how many came
   */
  async watch(
    path: string,
    query: Query,
    options: {
      readonly until: (events: readonly WatchEvent[]) => boolean;
      readonly meanwhile?: (events: readonly WatchEvent[]) => Promise<void>;
    },
  ): Promise<readonly WatchEvent[]> {
    const incoming = await this.#request(path, query);
    const events: WatchEvent[] = [];
    try {
      for await (const line of createInterface({ input: incoming })) {
        events.push(
          incoming.statusCode === 200
            ? JSON.parse(line)
            : { type: 'ERROR', object: JSON.parse(line) },
        );
        await options.meanwhile?.(events);
        if (options.until(events)) {
          break;
        }
      }
    } finally {
      incoming.destroy();
    }
    return events;
  }

  async #request(
    path: string,
    query: Query,
    token: string = this.#host.tokens.reader,
  ): Promise<http.IncomingMessage> {
    const { url, ca } = this.#host;
    const outgoing = (url.startsWith('https:') ? https : http).get(
      `${url}${path}?${new URLSearchParams(query)}`,
      {
        ca,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
      },
    );
    const [incoming] = await once(outgoing, 'response');
    return incoming;
  }
}

/** Whether the last of the events says that the initial ones are all there. */
export function listEnds(events: readonly WatchEvent[]): boolean {
  return events.some(
    ({ type, object }) =>
      type === 'BOOKMARK' &&
      object.metadata.annotations?.['k8s.io/initial-events-end'] === 'true',
  );
}

/** `<type> <name>` of the events that are about objects, without the scene. */
export function storyOf(events: readonly WatchEvent[]): readonly string[] {
  return events
    .filter(({ type }) => type !== 'BOOKMARK')
    .map(
      ({ type, object }) =>
        `${type} ${object.metadata.name.replace(/^scene-\d+-/, '')}`,
    );
}
