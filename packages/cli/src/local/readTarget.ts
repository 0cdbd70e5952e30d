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

import { InputError } from '@backstage/errors';
import { RepositoryRole, Target } from '@basewell/plugin-databases-common';
import {
  defaultRegistries,
  parseTarget,
} from '@basewell/plugin-databases-common/domain';
import { originOf } from './originOf';
import { readStructured } from './readStructured';

/**
 * The target of a plan over two working trees: from the configuration file, or
 * the defaults with the addresses that the trees' git remotes tell.
 *
 * @throws InputError when it is not clear which one
 */
export async function readTarget(options: {
  readonly config?: string;
  readonly target?: string;
  readonly trees: { readonly [role in RepositoryRole]: string };
}): Promise<Target> {
  const { layouts } = defaultRegistries();
  if (!options.config) {
    const [platform, app] = await Promise.all([
      originOf(options.trees.platform, 'platform'),
      originOf(options.trees.app, 'app'),
    ]);
    const id = options.target ?? 'default';
    return parseTarget({ id, platform, app }, 'the default target', layouts);
  }

  const entries = targetEntries(
    await readStructured(options.config),
    options.config,
  );
  const ids = entries.map(entry => String((entry as { id?: unknown })?.id));
  const index =
    options.target === undefined && entries.length === 1
      ? 0
      : ids.indexOf(options.target!);
  if (index < 0) {
    throw new InputError(
      `${options.config}: ${
        options.target === undefined
          ? 'there are several targets; choose one with --target'
          : `there is no target "${options.target}"`
      }. It has ${ids.join(', ') || 'none'}`,
    );
  }
  return parseTarget(
    entries[index],
    `${options.config}: databases.targets[${index}]`,
    layouts,
  );
}

function targetEntries(config: unknown, file: string): readonly unknown[] {
  const targets = (config as { databases?: { targets?: unknown } } | null)
    ?.databases?.targets;
  if (!Array.isArray(targets)) {
    throw new InputError(
      `${file}: databases.targets must be a list, as in app-config`,
    );
  }
  return targets;
}
