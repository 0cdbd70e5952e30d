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

import { Config } from '@backstage/config';
import { Target, TargetProblem } from '@basewell/plugin-databases-common';
import { Layout, parseTarget } from '@basewell/plugin-databases-common/domain';

/** @public */
export interface ConfiguredTargets {
  readonly targets: readonly Target[];
  /** Targets whose configuration is wrong; they are left out of `targets`. */
  readonly problems: readonly TargetProblem[];
}

/**
 * Reads `databases.targets` of app-config. A wrong target does not take the
 * others with it.
 *
 * @public
 */
export function readTargets(
  config: Config,
  layouts: readonly Layout[],
): ConfiguredTargets {
  const inputs = config.getOptional('databases.targets');
  if (inputs !== undefined && !Array.isArray(inputs)) {
    return {
      targets: [],
      problems: [{ id: '?', error: 'databases.targets: must be a list' }],
    };
  }
  const targets = new Map<string, Target>();
  const problems: TargetProblem[] = [];
  for (const [index, input] of (inputs ?? []).entries()) {
    const where = `databases.targets[${index}]`;
    try {
      const target = parseTarget(input, where, layouts);
      if (targets.has(target.id)) {
        throw new Error(
          `${where}.id: "${target.id}" is taken by another target; choose another id`,
        );
      }
      targets.set(target.id, target);
    } catch (error) {
      problems.push({
        id: idOf(input) ?? String(index),
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return { targets: [...targets.values()], problems };
}

function idOf(input: unknown): string | undefined {
  const id = (input as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}
