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

import {
  InspectedSopsConfig,
  SopsConfigSmell,
} from '@basewell/plugin-databases-common/domain';
import { parseSopsConfig, SopsConfig, SopsError } from '@basewell/sops';
import { readYamlLeaves, YamlLeaf, YamlProblem } from './readYamlLeaves';

type Smells = InspectedSopsConfig['smells'];

/** A `.sops.yaml`, and what is odd about it alone. */
export interface ReadSopsConfig {
  /** Left out when sops would refuse it. */
  readonly config?: SopsConfig;
  readonly leaves: readonly YamlLeaf[];
  readonly smells: Smells;
}

/** Reads a `.sops.yaml`, or one with a name that sops does not know. */
export function inspectSopsConfig(path: string, text: string): ReadSopsConfig {
  const leaves = leavesOf(text);
  try {
    const config = parseSopsConfig(text, path);
    const own = config.warnings.map(({ code, rule, message }) => ({
      code,
      line: lineOfRule(rule, leaves),
      // What follows the path of the file, without the full stop.
      detail: message.slice(`${path}: `.length).replace(/\.$/, ''),
    }));
    return {
      config,
      leaves,
      smells: [...own, ...versionSmells(config, leaves)],
    };
  } catch (error) {
    if (!(error instanceof SopsError)) throw error;
    const [, rule] = /creation_rules\[(\d+)\]/.exec(error.message) ?? [];
    const line = lineOfRule(rule ? Number(rule) : undefined, leaves);
    // It names keys and expressions of the configuration, which are no secrets.
    const detail = error.message.replace(`${path}: `, '').replace(/\.$/, '');
    return { leaves, smells: [{ code: 'invalid', line, detail }] };
  }
}

function leavesOf(text: string): readonly YamlLeaf[] {
  try {
    return readYamlLeaves(text).flatMap(({ leaves }) => leaves);
  } catch (error) {
    if (error instanceof YamlProblem) return [];
    throw error;
  }
}

/** @param rule - from 0; left out: the file as a whole */
export function lineOfRule(
  rule: number | undefined,
  leaves: readonly YamlLeaf[],
): number {
  const first = leaves.find(
    ({ path }) => path[0] === 'creation_rules' && path[1] === rule,
  );
  return first?.line ?? 1;
}

/** What older versions of sops cannot read, or encrypt to. */
function versionSmells(
  { rules = [] }: SopsConfig,
  leaves: readonly YamlLeaf[],
): Smells {
  return rules.flatMap(({ keyGroups, origin: { index } }) => {
    const smell = (code: SopsConfigSmell, detail: string) => ({
      code,
      line: lineOfRule(index, leaves),
      detail: `rule ${index + 1} ${detail}`,
    });
    const hasList = leaves.some(
      ({ path }) =>
        path[1] === index && path[2] === 'age' && typeof path[3] === 'number',
    );
    const isPostQuantum = keyGroups
      .flat()
      .some(({ id }) => id.startsWith('age1pq1'));
    return [
      ...(hasList
        ? [smell('recipient-list', 'has a list in age, which needs sops 3.11')]
        : []),
      ...(isPostQuantum
        ? [
            smell(
              'post-quantum',
              'names a post-quantum recipient, which needs sops 3.12 and what decrypts with it',
            ),
          ]
        : []),
    ];
  });
}
