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

import { FleetQuery } from '@basewell/plugin-databases-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { addressOf, fleetQueryOf } from './fleetQuery';

/**
 * The query in the page's address, and how to change it. Another filter begins
 * on the first page again.
 */
export function useFleetQuery() {
  const [address, setAddress] = useSearchParams();
  const written = address.toString();
  const query = useMemo(
    () => fleetQueryOf(new URLSearchParams(written)),
    [written],
  );
  const change = useCallback(
    (changes: Partial<FleetQuery>) =>
      setAddress(
        previous =>
          addressOf({
            ...fleetQueryOf(previous),
            offset: undefined,
            ...changes,
          }),
        { replace: true },
      ),
    [setAddress],
  );
  const reset = useCallback(
    () => setAddress(new URLSearchParams(), { replace: true }),
    [setAddress],
  );
  return { query, change, reset };
}
