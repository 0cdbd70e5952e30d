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

import { useApi } from '@backstage/core-plugin-api';
import { parseDatabaseId } from '@basewell/plugin-databases-common';
import { useCallback } from 'react';
import { databasesApiRef } from '../api';
import { SignInToSee } from '../parts';
import { useAnswer } from '../reading';
import { useWords } from '../words';

/** That there is no such database to be seen, or not yet: its reader may have to sign in. */
export function MissingDatabase(props: { readonly id: string }) {
  const { id } = props;
  const t = useWords();
  const api = useApi(databasesApiRef);
  const coverage = useAnswer(
    useCallback(signal => api.getCoverage({ signal }), [api]),
  );
  const place = parseDatabaseId(id);
  const provider =
    coverage.status === 'ready' &&
    coverage.answer.kubernetesClusters
      .find(({ name }) => name === place?.kubernetesCluster)
      ?.kinds.find(({ state }) => state === 'on-demand')?.tokenProvider;
  return (
    <>
      <p>{t('answer.missingRemedy', { id })}</p>
      {place && provider && (
        <SignInToSee
          kubernetesCluster={place.kubernetesCluster}
          provider={provider}
        />
      )}
    </>
  );
}
