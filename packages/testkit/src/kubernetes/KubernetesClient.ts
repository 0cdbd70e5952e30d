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

import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { KubernetesApiError } from './KubernetesApiError';
import { KubernetesObject, KubernetesReference } from './KubernetesObject';

const FIELD_MANAGER = 'basewell-testkit';
/** Kinds that are stored by another name than they are asked for. */
const STORED_AS: Readonly<Record<string, string>> = {
  ingresses: 'ingress',
  services: 'services/specs',
};

interface Resource {
  readonly name: string;
  readonly namespaced: boolean;
  readonly kind: string;
}

/**
 * How a request body is to be read.
 *
 * @public
 */
export interface KubernetesBody {
  readonly contentType: string;
  readonly content: string;
}

/**
 * The few calls that tests make, over the API server's own certificate and
 * discovery. Every write is validated strictly: an unknown or doubled field is
 * an error. Answers other than 2xx are thrown as `KubernetesApiError`.
 *
 * @public
 */
export class KubernetesClient {
  readonly #url: string;
  readonly #token: string;
  readonly #agent: Agent;
  readonly #resources = new Map<string, Promise<readonly Resource[]>>();

  constructor(url: string, token: string, ca: string) {
    this.#url = url;
    this.#token = token;
    this.#agent = new Agent({ ca, keepAlive: true });
  }

  /** One request; the answer's JSON, or its text when it is none. */
  async request(
    method: string,
    path: string,
    body?: KubernetesBody,
  ): Promise<any> {
    const outgoing = request(`${this.#url}${path}`, {
      method,
      agent: this.#agent,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body ? { 'content-type': body.contentType } : {}),
      },
    });
    outgoing.end(body?.content);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const content = await text(incoming);
    const isJson = incoming.headers['content-type']?.includes('json');
    const answer = isJson ? JSON.parse(content) : content;
    const status = incoming.statusCode ?? 0;
    if (status >= 300) {
      throw new KubernetesApiError(
        `${method} ${path}`,
        status,
        isJson ? answer : { message: content },
      );
    }
    return answer;
  }

  /** Server-side apply; with `dryRun` everything is checked, nothing stored. */
  async apply(
    object: KubernetesObject,
    options: { readonly dryRun?: boolean } = {},
  ): Promise<KubernetesObject> {
    return await this.#write('PATCH', await this.#path(toReference(object)), {
      object,
      contentType: 'application/apply-patch+yaml',
      query: { force: 'true', ...(options.dryRun ? { dryRun: 'All' } : {}) },
    });
  }

  async create(object: KubernetesObject): Promise<KubernetesObject> {
    const { name, ...collection } = toReference(object);
    return await this.#write('POST', await this.#path(collection), { object });
  }

  /** Merges into `status`, as the operator would write it. */
  async patchStatus(
    reference: KubernetesReference,
    status: object,
  ): Promise<KubernetesObject> {
    const path = `${await this.#path(reference)}/status`;
    return await this.#write('PATCH', path, {
      object: { status },
      contentType: 'application/merge-patch+json',
    });
  }

  async get(reference: KubernetesReference): Promise<KubernetesObject> {
    return await this.request('GET', await this.#path(reference));
  }

  /** All objects of a kind, in one namespace or in all. */
  async list(
    reference: KubernetesReference,
  ): Promise<readonly KubernetesObject[]> {
    const { items } = await this.request('GET', await this.#path(reference));
    return items;
  }

  async delete(reference: KubernetesReference): Promise<void> {
    await this.request('DELETE', await this.#path(reference));
  }

  /** Where the API server keeps an object of a kind that is namespaced. */
  async storageKey(object: KubernetesObject): Promise<string> {
    const { apiVersion, kind, namespace, name } = toReference(object);
    const [group, version] = apiVersion.split('/');
    const { name: plural } = await this.#resource(rootOf(apiVersion), kind);
    return [
      '/registry',
      ...(version && isCustom(group) ? [group] : []),
      STORED_AS[plural] ?? plural,
      namespace,
      name,
    ].join('/');
  }

  async #write(
    method: string,
    path: string,
    write: {
      readonly object: object;
      readonly contentType?: string;
      readonly query?: Readonly<Record<string, string>>;
    },
  ): Promise<KubernetesObject> {
    const query = new URLSearchParams({
      fieldManager: FIELD_MANAGER,
      fieldValidation: 'Strict',
      ...write.query,
    });
    return await this.request(method, `${path}?${query}`, {
      contentType: write.contentType ?? 'application/json',
      content: JSON.stringify(write.object),
    });
  }

  async #path(reference: KubernetesReference): Promise<string> {
    const { apiVersion, kind, namespace, name } = reference;
    const root = rootOf(apiVersion);
    const resource = await this.#resource(root, kind);
    return [
      root,
      ...(resource.namespaced && namespace ? ['namespaces', namespace] : []),
      resource.name,
      ...(name ? [name] : []),
    ].join('/');
  }

  async #resource(root: string, kind: string): Promise<Resource> {
    const known = await this.#resources.get(root);
    const isKind = (candidate: Resource) =>
      candidate.kind === kind && !candidate.name.includes('/');
    if (known?.some(isKind)) {
      return known.find(isKind)!;
    }
    const discovery = this.request('GET', root).then(list => list.resources);
    const resource = (await discovery).find(isKind);
    if (!resource) {
      throw new Error(`${root} has no resource of kind ${kind}`);
    }
    this.#resources.set(root, discovery);
    return resource;
  }
}

/** Kinds that the API server itself brings have no group in their key. */
function isCustom(group: string): boolean {
  return group.includes('.') && !/^[a-z]+\.k8s\.io$/.test(group);
}

function rootOf(apiVersion: string): string {
  return `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}`;
}

function toReference({
  apiVersion,
  kind,
  metadata: { namespace, name },
}: KubernetesObject): KubernetesReference {
  return { apiVersion, kind, namespace, name };
}
