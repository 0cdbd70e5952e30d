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

import { Fields } from '../observation';
import { parseQuantity } from '../quantities';
import { PodResources, StatefulSetData } from './StatefulSetData';

/**
 * What the containers of a pod ask for together, and what they may take at most.
 * What one of them may take without limit has none in sum.
 */
export function readPodResources(
  pod: Fields,
): Pick<StatefulSetData, 'limits' | 'requests'> {
  const containers = pod.list('containers');
  const amounts = (of: 'limits' | 'requests', name: 'cpu' | 'memory') =>
    containers.map(container => amountOf(container, of, name));
  const total = (
    of: 'limits' | 'requests',
    sum: (amounts: readonly (number | undefined)[]) => number | undefined,
  ): PodResources | undefined => {
    const cpu = sum(amounts(of, 'cpu'));
    const memory = sum(amounts(of, 'memory'));
    return cpu === undefined && memory === undefined
      ? undefined
      : {
          ...(cpu !== undefined && { cpuMillis: Math.round(cpu * 1000) }),
          ...(memory !== undefined && { memoryBytes: memory }),
        };
  };
  return {
    limits: total('limits', sumOfAll),
    requests: total('requests', sumOfKnown),
  };
}

/** A quantity of CPUs may be written as a number. */
function amountOf(
  container: Fields,
  of: 'limits' | 'requests',
  name: 'cpu' | 'memory',
): number | undefined {
  const value = container.at('resources', of, name);
  const text = value.string() ?? value.number()?.toString();
  return text === undefined ? undefined : parseQuantity(text);
}

function sumOfKnown(
  amounts: readonly (number | undefined)[],
): number | undefined {
  const known = amounts.filter(amount => amount !== undefined);
  return known.length
    ? known.reduce((sum, amount) => sum + amount, 0)
    : undefined;
}

function sumOfAll(
  amounts: readonly (number | undefined)[],
): number | undefined {
  return amounts.includes(undefined) ? undefined : sumOfKnown(amounts);
}
