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

import { ResponseError } from '@backstage/errors';
import {
  CanceledRequest,
  DatabaseRequestsResponse,
  OpenRequestsResponse,
} from './DatabaseRequestStatus';
import {
  DatabaseHistoryResponse,
  DatabaseResponse,
  EntityDatabasesResponse,
} from './DatabaseSummary';
import { CoverageResponse, FleetQuery, FleetResponse } from './Fleet';
import { InventoryResponse } from './Inventory';
import { PlanPreview, PlanPreviewRequest } from './PlanPreview';
import { TargetsResponse } from './TargetSummary';

/** @public */
export interface DatabasesRequestOptions {
  /** Aborts the call. */
  readonly signal?: AbortSignal;
  /** Token of the caller, where `fetchApi` does not add one by itself. */
  readonly token?: string;
  /**
   * Tokens of the caller for Kubernetes clusters that are read with them, by
   * authentication provider: `google`, `oidc-okta`.
   */
  readonly kubernetesTokens?: { readonly [provider: string]: string };
}

/** @public */
export interface EntityName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * The REST API of the databases backend.
 *
 * All methods throw `ResponseError` of `@backstage/errors`, with the server's
 * words, when the answer is not a success.
 *
 * @public
 */
export interface DatabasesApi {
  getTargets(options?: DatabasesRequestOptions): Promise<TargetsResponse>;
  /** Both pull requests as they would be made now. */
  previewPlan(
    request: PlanPreviewRequest,
    options?: DatabasesRequestOptions,
  ): Promise<PlanPreview>;
  /** The databases of a service, or the one that an entity stands for. */
  getEntityDatabases(
    entity: EntityName,
    options?: DatabasesRequestOptions,
  ): Promise<EntityDatabasesResponse>;
  /** One page of all databases that the caller may see. */
  getFleet(
    query: FleetQuery,
    options?: DatabasesRequestOptions,
  ): Promise<FleetResponse>;
  getDatabase(
    id: string,
    options?: DatabasesRequestOptions,
  ): Promise<DatabaseResponse>;
  getHistory(
    id: string,
    options?: DatabasesRequestOptions,
  ): Promise<DatabaseHistoryResponse>;
  /** How well each Kubernetes cluster can be seen. */
  getCoverage(options?: DatabasesRequestOptions): Promise<CoverageResponse>;
  /** Open requests of a service. */
  getRequests(
    entity: EntityName,
    options?: DatabasesRequestOptions,
  ): Promise<DatabaseRequestsResponse>;
  /** Open requests of all services that the caller may see, and what each waits for. */
  getOpenRequests(
    options?: DatabasesRequestOptions,
  ): Promise<OpenRequestsResponse>;
  /** Closes the pull requests of a request and deletes their branches. */
  cancelRequest(
    request: { readonly target: string; readonly branch: string },
    options?: DatabasesRequestOptions,
  ): Promise<CanceledRequest>;
}

/**
 * {@link DatabasesApi} over HTTP.
 *
 * @public
 */
export class DatabasesClient implements DatabasesApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { readonly fetch: typeof fetch };

  constructor(options: {
    readonly discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    readonly fetchApi: { readonly fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getTargets(options?: DatabasesRequestOptions) {
    return this.#call<TargetsResponse>('/targets', {}, options);
  }

  async previewPlan(
    request: PlanPreviewRequest,
    options?: DatabasesRequestOptions,
  ) {
    return this.#call<PlanPreview>(
      '/plans',
      { method: 'POST', body: JSON.stringify(request) },
      options,
    );
  }

  async getRequests(entity: EntityName, options?: DatabasesRequestOptions) {
    return this.#call<DatabaseRequestsResponse>(
      `/entities/${pathOf(entity)}/requests`,
      {},
      options,
    );
  }

  async getOpenRequests(options?: DatabasesRequestOptions) {
    return this.#call<OpenRequestsResponse>('/requests', {}, options);
  }

  async cancelRequest(
    { target, branch }: { readonly target: string; readonly branch: string },
    options?: DatabasesRequestOptions,
  ) {
    return this.#call<CanceledRequest>(
      '/requests/cancel',
      { method: 'POST', body: JSON.stringify({ target, branch }) },
      options,
    );
  }

  async getEntityDatabases(
    entity: EntityName,
    options?: DatabasesRequestOptions,
  ) {
    return this.#call<EntityDatabasesResponse>(
      `/entities/${pathOf(entity)}/databases`,
      {},
      options,
    );
  }

  async getFleet(query: FleetQuery, options?: DatabasesRequestOptions) {
    const parameters = Object.entries(query).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [value].flat().map((item): [string, string] => [name, String(item)]),
    );
    const search = new URLSearchParams(parameters).toString();
    return this.#call<FleetResponse>(
      `/databases${search && `?${search}`}`,
      {},
      options,
    );
  }

  async getDatabase(id: string, options?: DatabasesRequestOptions) {
    return this.#call<DatabaseResponse>(
      `/databases/${encodeURIComponent(id)}`,
      {},
      options,
    );
  }

  async getHistory(id: string, options?: DatabasesRequestOptions) {
    return this.#call<DatabaseHistoryResponse>(
      `/databases/${encodeURIComponent(id)}/history`,
      {},
      options,
    );
  }

  async getCoverage(options?: DatabasesRequestOptions) {
    return this.#call<CoverageResponse>('/coverage', {}, options);
  }

  /**
   * Which databases there are.
   *
   * @param ids - left out: all; at most 200
   */
  async getInventory(
    ids?: readonly string[],
    options?: DatabasesRequestOptions,
  ) {
    const search = new URLSearchParams((ids ?? []).map(id => ['id', id]));
    return this.#call<InventoryResponse>(
      `/inventory${ids ? `?${search}` : ''}`,
      {},
      options,
    );
  }

  async #call<T>(
    path: string,
    init: { readonly method?: string; readonly body?: string },
    options: DatabasesRequestOptions = {},
  ): Promise<T> {
    const { signal, token, kubernetesTokens = {} } = options;
    const baseUrl = await this.#discoveryApi.getBaseUrl('databases');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      ...init,
      signal,
      headers: {
        ...(init.body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...Object.fromEntries(
          Object.entries(kubernetesTokens).map(([provider, value]) => [
            `Backstage-Kubernetes-Authorization-${provider}`,
            value,
          ]),
        ),
      },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function pathOf({ kind, namespace, name }: EntityName): string {
  return [kind, namespace, name].map(encodeURIComponent).join('/');
}
