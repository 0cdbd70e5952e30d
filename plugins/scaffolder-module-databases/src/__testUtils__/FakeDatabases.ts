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
  DatabaseRequestsResponse,
  DatabasesApi,
  DatabasesRequestOptions,
  PlanPreview,
  PlanPreviewRequest,
  TargetsResponse,
} from '@basewell/plugin-databases-common';
import { preview, storefront } from './fixtures';

/** A databases backend in memory: it answers with what a test put into it. */
export class FakeDatabases implements DatabasesApi {
  targets: TargetsResponse | Error = { items: [storefront], problems: [] };
  requests: DatabaseRequestsResponse | Error = { items: [], problems: [] };
  /** Answers to previews, in order; the last one stays. */
  previews: (PlanPreview | Error | Promise<PlanPreview>)[] = [preview];
  readonly asked: PlanPreviewRequest[] = [];
  readonly signals: AbortSignal[] = [];

  async getTargets() {
    return answer(this.targets);
  }

  async getRequests() {
    return answer(this.requests);
  }

  async previewPlan(
    request: PlanPreviewRequest,
    options: DatabasesRequestOptions = {},
  ) {
    this.asked.push(request);
    this.signals.push(options.signal!);
    const [next, ...rest] = this.previews;
    this.previews = rest.length ? rest : [next];
    return answer(await next);
  }

  /** The form and its result page ask for nothing that runs. */
  readonly getEntityDatabases = refuse;
  readonly getFleet = refuse;
  readonly getDatabase = refuse;
  readonly getHistory = refuse;
  readonly getCoverage = refuse;
  readonly getOpenRequests = refuse;
  readonly cancelRequest = refuse;
}

async function refuse(): Promise<never> {
  throw new Error('The form does not ask for databases that run');
}

function answer<T>(value: T | Error): T {
  if (value instanceof Error) {
    throw value;
  }
  return value;
}
