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

import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Shows the Databases tab and what it says about requests.
 *
 * @public
 */
export const databasesReadPermission = createPermission({
  name: 'databases.read',
  attributes: { action: 'read' },
});

/**
 * Plans a database and opens its pull requests. It guards the preview and the
 * scaffolder action alike.
 *
 * @public
 */
export const databasesRequestCreatePermission = createPermission({
  name: 'databases.request.create',
  attributes: { action: 'create' },
});

/**
 * Cancels a request of one's own: closes its pull requests and deletes their
 * branches. It guards the page and the scaffolder action alike.
 *
 * @public
 */
export const databasesRequestCancelPermission = createPermission({
  name: 'databases.request.cancel',
  attributes: { action: 'delete' },
});

/**
 * Cancels requests of others too, as the owners of the platform do.
 *
 * @public
 */
export const databasesRequestCancelOthersPermission = createPermission({
  name: 'databases.request.cancel.others',
  attributes: { action: 'delete' },
});

/**
 * A database, for rules such as is-owner.
 *
 * @public
 */
export const databaseResourceType = 'databases-database';

/**
 * Shows what is known about one database: its verdicts, evidence and history.
 *
 * @public
 */
export const databasesDatabaseReadPermission = createPermission({
  name: 'databases.database.read',
  attributes: { action: 'read' },
  resourceType: databaseResourceType,
});

/**
 * All permissions of the databases plugin.
 *
 * @public
 */
export const databasesPermissions = [
  databasesReadPermission,
  databasesDatabaseReadPermission,
  databasesRequestCreatePermission,
  databasesRequestCancelPermission,
  databasesRequestCancelOthersPermission,
];
