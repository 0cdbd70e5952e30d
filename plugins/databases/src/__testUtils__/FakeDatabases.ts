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

import {
  CanceledRequest,
  CoverageGap,
  CoverageResponse,
  DatabaseDetail,
  DatabaseHistoryResponse,
  DatabaseRequestsResponse,
  DatabaseResponse,
  DatabasesApi,
  DatabasesRequestOptions,
  DatabaseSummary,
  EntityDatabasesResponse,
  EntityName,
  FleetQuery,
  FleetResponse,
  FleetServices,
  laneIds,
  OpenRequest,
  OpenRequestsResponse,
  PlanPreview,
  StateTransition,
  TargetsResponse,
} from '@basewell/plugin-databases-common';
import { entityDatabases, now, validUntil } from '../__fixtures__';

/** What the fake backend knows; a test changes it as it goes. */
export interface FakeState {
  databases: EntityDatabasesResponse;
  requests: DatabaseRequestsResponse;
  openRequests: readonly OpenRequest[];
  history: readonly StateTransition[];
  gaps: readonly CoverageGap[];
  services?: FleetServices;
  kubernetesClusters: CoverageResponse['kubernetesClusters'];
}

/** A backend in memory: it filters, sorts and pages as the real one does. */
export class FakeDatabases implements DatabasesApi {
  readonly state: FakeState;

  /** Thrown by every call, while it is set. */
  failure?: Error;

  /** Every call, as its method and what it asked for. */
  readonly calls: unknown[][] = [];

  constructor(state: Partial<FakeState> = {}) {
    this.state = {
      databases: entityDatabases([]),
      requests: { items: [], problems: [] },
      openRequests: [],
      history: [],
      gaps: [],
      kubernetesClusters: [],
      ...state,
    };
  }

  async getTargets(): Promise<TargetsResponse> {
    throw new Error('This page asks for no targets');
  }

  async previewPlan(): Promise<PlanPreview> {
    throw new Error('This page plans nothing');
  }

  async getCoverage(): Promise<CoverageResponse> {
    const { kubernetesClusters } = this.state;
    return { now, validUntil, kubernetesClusters, sources: [] };
  }

  async getEntityDatabases(
    entity: EntityName,
    options?: DatabasesRequestOptions,
  ) {
    return this.#answer('databases', entity.name, options, () => {
      return this.state.databases;
    });
  }

  async getRequests(entity: EntityName, options?: DatabasesRequestOptions) {
    return this.#answer('requests', entity.name, options, () => {
      return this.state.requests;
    });
  }

  async getOpenRequests(
    options?: DatabasesRequestOptions,
  ): Promise<OpenRequestsResponse> {
    return this.#answer('open-requests', '', options, () => ({
      now,
      validUntil,
      lookedAt: now,
      items: this.state.openRequests,
      problems: this.state.requests.problems,
    }));
  }

  async cancelRequest(request: {
    readonly target: string;
    readonly branch: string;
  }): Promise<CanceledRequest> {
    return this.#answer('cancel', request, undefined, () => {
      this.state.openRequests = this.state.openRequests.filter(
        ({ branch }) => branch !== request.branch,
      );
      return { ...request, app: 'shop', pullRequests: [] };
    });
  }

  async getDatabase(
    id: string,
    options?: DatabasesRequestOptions,
  ): Promise<DatabaseResponse> {
    return this.#answer('database', id, options, () => {
      const { items, ...dated } = this.state.databases;
      const item = items.find(({ database }) => database.id === id);
      if (!item) {
        throw Object.assign(new Error('Not found'), { statusCode: 404 });
      }
      return { ...dated, item, gaps: this.state.gaps };
    });
  }

  async getHistory(
    id: string,
    options?: DatabasesRequestOptions,
  ): Promise<DatabaseHistoryResponse> {
    return this.#answer('history', id, options, () => ({
      now,
      validUntil,
      items: this.state.history,
    }));
  }

  async getFleet(
    query: FleetQuery,
    options?: DatabasesRequestOptions,
  ): Promise<FleetResponse> {
    return this.#answer('fleet', query, options, () => {
      const { offset = 0, limit = 50 } = query;
      const all = this.state.databases.items.filter(item =>
        matches(item, query),
      );
      const sorted =
        query.sort === 'name'
          ? [...all].sort((a, b) =>
              a.database.name.localeCompare(b.database.name),
            )
          : all;
      if (query.order === 'desc') {
        sorted.reverse();
      }
      return {
        now: this.state.databases.now,
        validUntil: this.state.databases.validUntil,
        items: sorted.slice(offset, offset + limit).map(summaryOf),
        total: all.length,
        resources: {
          known: all.length,
          storageBytes: all.length * 30 * 2 ** 30,
          cpuMillis: all.length * 750,
          memoryBytes: all.length * 2 ** 30,
        },
        services: this.state.services,
        counts: Object.fromEntries(
          laneIds.map(lane => [
            lane,
            tally(all.map(({ lanes }) => lanes[lane]?.state)),
          ]),
        ),
        facets: {
          owner: facet(all.flatMap(({ owners }) => owners.map(o => o.ref))),
          environment: facet(all.map(({ database }) => database.environment)),
          engine: facet(all.map(({ database }) => database.engine)),
          kubernetesCluster: facet(
            all.map(({ database }) => database.kubernetesCluster),
          ),
        },
        gaps: this.state.gaps,
      };
    });
  }

  async #answer<T>(
    method: string,
    asked: unknown,
    options: DatabasesRequestOptions | undefined,
    answer: () => T,
  ): Promise<T> {
    this.calls.push([method, asked]);
    options?.signal?.throwIfAborted();
    if (this.failure) {
      throw this.failure;
    }
    return structuredClone(answer());
  }
}

function matches(item: DatabaseDetail, query: FleetQuery) {
  const { database, lanes } = item;
  const owners = item.owners.map(({ ref }) => ref);
  return (
    [database.name, ...owners, ...database.services].some(text =>
      text.includes(query.search ?? ''),
    ) &&
    (query.owner?.some(owner => owners.includes(owner)) ?? true) &&
    laneIds.every(
      lane => query[lane]?.includes(lanes[lane]?.state ?? '') ?? true,
    ) &&
    (['environment', 'engine', 'kubernetesCluster'] as const).every(
      name => query[name]?.includes(database[name] ?? '') ?? true,
    )
  );
}

function tally(values: readonly (string | undefined)[]) {
  const counts: Record<string, number> = {};
  for (const value of values) {
    if (value !== undefined) {
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return counts;
}

function facet(values: readonly (string | undefined)[]) {
  return Object.entries(tally(values)).map(([value, count]) => ({
    value,
    count,
  }));
}

function summaryOf(item: DatabaseDetail): DatabaseSummary {
  const { database, owners, engineTitle, lanes, staleSince, worst } = item;
  return {
    database,
    owners,
    engineTitle,
    worst,
    ...(staleSince && { staleSince }),
    lanes: Object.fromEntries(
      Object.entries(lanes).map(([lane, verdict]) => [
        lane,
        verdict && {
          ...verdict,
          findings: {
            error: verdict.findings.filter(f => f.severity === 'error').length,
            warning: verdict.findings.filter(f => f.severity === 'warning')
              .length,
            info: verdict.findings.filter(f => f.severity === 'info').length,
          },
        },
      ]),
    ),
  };
}
