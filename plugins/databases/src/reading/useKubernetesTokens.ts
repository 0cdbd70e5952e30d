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
import { useMemo, useSyncExternalStore } from 'react';
import { kubernetesTokensApiRef } from '../api';

/**
 * The reader's own tokens, to be sent with a question: another object when there
 * are others, so that the question is asked again.
 */
export function useKubernetesTokens() {
  const tokens = useApi(kubernetesTokensApiRef);
  const states = useSyncExternalStore(tokens.subscribe, tokens.states);
  const providers = [...states]
    .filter(([, { status }]) => status === 'signed-in')
    .map(([provider]) => provider)
    .join();
  return useMemo(
    () => ({
      /** Providers that give tokens now. */
      signedIn: providers ? providers.split(',') : [],
      current: () => tokens.current(),
    }),
    [providers, tokens],
  );
}
