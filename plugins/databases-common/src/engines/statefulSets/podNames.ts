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

import type { StatefulSetFact } from './StatefulSetScene';

/**
 * What the pods of a StatefulSet are called: `<StatefulSet>-<ordinal>`. Those that
 * are moved between Kubernetes clusters do not begin at 0.
 *
 * @param most - as many are named
 */
export function podNames(
  { name, data: { replicas = 0, firstOrdinal = 0 } }: StatefulSetFact,
  most: number,
): readonly string[] {
  return Array.from(
    { length: Math.min(replicas, most) },
    (_, index) => `${name}-${firstOrdinal + index}`,
  );
}
