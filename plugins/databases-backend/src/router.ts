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
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DatabaseRequestsResponse } from '@basewell/plugin-databases-common';
import {
  DatabasePlanner,
  DatabaseRequests,
} from '@basewell/plugin-databases-node';
import express from 'express';
import Router from 'express-promise-router';
import { Observatory } from './observatory/Observatory';
import { IsVisible } from './permissions';
import { RequestRounds } from './requests/RequestRounds';
import { coverageRoute } from './routes/coverageRoute';
import { databaseRoute } from './routes/databaseRoute';
import { entityDatabasesRoute } from './routes/entityDatabasesRoute';
import { entityRequestsRoute } from './routes/entityRequestsRoute';
import { fleetRoute } from './routes/fleetRoute';
import { historyRoute } from './routes/historyRoute';
import { inventoryRoute } from './routes/inventoryRoute';
import { openApiRoute } from './routes/openApiRoute';
import { plansRoute } from './routes/plansRoute';
import { readJson } from './routes/readJson';
import { requestsRoutes } from './routes/requestsRoutes';
import { targetsRoute } from './routes/targetsRoute';

/** What every route works with. */
export interface RouteContext {
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly planner: DatabasePlanner;
  readonly observatory: Observatory;
  readonly requests: DatabaseRequests;
  readonly rounds: RequestRounds;
  /** @throws NotAllowedError when the caller may see no database at all. */
  readonly visibleTo: (credentials: BackstageCredentials) => Promise<IsVisible>;
  /** Open requests for an app, as the forges told them a moment ago. */
  readonly findRequests: (app: string) => Promise<DatabaseRequestsResponse>;
}

/** The routes of `/api/databases`; docs/reference/rest-api.md is for their callers. */
export function createRouter(context: RouteContext): express.Router {
  const router = Router();
  router.use(readJson());
  openApiRoute(router);
  targetsRoute(router, context);
  plansRoute(router, context);
  entityRequestsRoute(router, context);
  requestsRoutes(router, context);
  entityDatabasesRoute(router, context);
  fleetRoute(router, context);
  databaseRoute(router, context);
  historyRoute(router, context);
  inventoryRoute(router, context);
  coverageRoute(router, context);
  return router;
}
