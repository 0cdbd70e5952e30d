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

import { ObjectQuery } from './ObjectQuery';
import { requestJson } from './requestJson';

/** Milliseconds in which a server says that it has forgotten our place, if so. */
const SETTLES_WITHIN = 1_000;
const DEADLINE = 20_000;

/**
 * Waits until it is sure that a watch will bring what happens. The proxy of the
 * Kubernetes plugin passes not even the status on before the first event, which
 * may be a minute away; then one object shows that the way is open.
 */
export async function settleWatch(
  query: ObjectQuery,
  signal: AbortSignal,
  isAnswered: () => boolean,
): Promise<void> {
  const { transport, clock, name, path, selector } = query;
  await clock.sleep(SETTLES_WITHIN, signal);
  if (!isAnswered()) {
    await requestJson(transport, {
      path: `${path}?${new URLSearchParams({ limit: '1', ...selector })}`,
      asked: `list ${name}`,
      deadline: DEADLINE,
      clock,
      signal,
    });
  }
}
