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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { createDatabaseRouteRef } from '../routes';
import { DatabasesTab } from './DatabasesTab';

/** The tab of the entity page: the same in both frontend systems. */
export function DatabasesEntityContent() {
  const { entity } = useEntity();
  const template = useRouteRef(createDatabaseRouteRef)?.({
    namespace: 'default',
    templateName: 'create-database',
  });
  const formData = JSON.stringify({ service: stringifyEntityRef(entity) });
  return (
    <DatabasesTab
      entity={entity}
      createUrl={template && `${template}?${new URLSearchParams({ formData })}`}
    />
  );
}
