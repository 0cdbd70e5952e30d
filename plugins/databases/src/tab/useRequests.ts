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
import { DatabaseRequestsResponse } from '@basewell/plugin-databases-common';
import { useCallback, useEffect, useState } from 'react';
import { databasesApiRef } from '../api';

/** Where the question for a service's open requests stands. */
export type RequestsState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly answer: DatabaseRequestsResponse }
  | { readonly status: 'forbidden' }
  | {
      readonly status: 'failed';
      readonly error: Error;
      readonly retry: () => void;
    };

/** Asks for the open requests of a service. */
export function useRequests(entity: CompoundEntityRef): RequestsState {
  const { kind, namespace, name } = entity;
  const api = useApi(databasesApiRef);
  const [state, setState] = useState<RequestsState>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt(count => count + 1), []);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const set = (next: RequestsState) => signal.aborted || setState(next);
    setState({ status: 'loading' });
    api.getRequests({ kind, namespace, name }, { signal }).then(
      answer => set({ status: 'ready', answer }),
      error =>
        set(
          error.statusCode === 403
            ? { status: 'forbidden' }
            : { status: 'failed', error, retry },
        ),
    );
    return () => controller.abort();
  }, [api, kind, namespace, name, attempt, retry]);
  return state;
}
