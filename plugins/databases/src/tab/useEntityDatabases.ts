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

import { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityDatabasesResponse } from '@basewell/plugin-databases-common';
import { useCallback } from 'react';
import { databasesApiRef } from '../api';
import { AnswerState, useAnswer, useKubernetesTokens } from '../reading';

/** Asks for the databases of a service, or for the one that an entity stands for. */
export function useEntityDatabases(
  entity: CompoundEntityRef,
): AnswerState<EntityDatabasesResponse> {
  const { kind, namespace, name } = entity;
  const api = useApi(databasesApiRef);
  const tokens = useKubernetesTokens();
  return useAnswer(
    useCallback(
      signal =>
        api.getEntityDatabases(
          { kind, namespace, name },
          { signal, kubernetesTokens: tokens.current() },
        ),
      [api, kind, namespace, name, tokens],
    ),
    { unsignaled: tokens.signedIn.length > 0 },
  );
}
