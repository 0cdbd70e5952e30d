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

import { NoMatchingRuleError } from '../errors/NoMatchingRuleError';
import { compileRegex } from './compileRegex';
import { covers } from './covers';
import type { ConfigWarning, CreationRule, SopsConfig } from './model';

/**
 * The rule by which a file is encrypted: the first that matches, in the nearest
 * `.sops.yaml` at or above the file's folder.
 *
 * sops itself starts at the folder it is run in. Where a config further up would
 * choose other recipients, the answer carries a warning; so does a rule that
 * hides another one for this file.
 *
 * @param configs - every config of the repository, in any order
 * @param filePath - with `/`, relative to the same root as the configs' paths
 *
 * @throws NoMatchingRuleError if there is no config or no rule for the file
 *
 * @public
 */
export function findCreationRule(
  configs: readonly SopsConfig[],
  filePath: string,
): {
  readonly rule: CreationRule;
  readonly warnings: readonly ConfigWarning[];
} {
  const file = normalize(filePath);
  const above = configs
    .filter(config => file.startsWith(folderOf(config)))
    .sort((left, right) => folderOf(right).length - folderOf(left).length);
  const [nearest, ...further] = above.filter(isSopsYaml);
  const matches = nearest === undefined ? [] : matchingRules(nearest, file);
  if (matches.length === 0)
    throw new NoMatchingRuleError(filePath, nearest?.path);
  const [first, ...later] = matches;
  const shadowed = later.filter(other => !isSame(first, other));
  return {
    rule: {
      ...first,
      origin: {
        ...first.origin,
        shadows: shadowed.map(({ origin }) => origin.index),
      },
    },
    warnings: [
      ...above.filter(config => !isSopsYaml(config)).map(warnIgnored),
      ...warnShadowed(first, shadowed, filePath),
      ...further.flatMap(config => warnDisagreement(config, first, file)),
    ],
  };
}

function normalize(path: string): string {
  return path.replace(/^(?:\.?\/)+/, '');
}

/** With a slash at its end; empty for the root. */
function folderOf({ path }: SopsConfig): string {
  return normalize(path).replace(/[^/]*$/, '');
}

function isSopsYaml({ path }: SopsConfig): boolean {
  return /(?:^|\/)\.sops\.yaml$/.test(path);
}

function matchingRules(
  config: SopsConfig,
  file: string,
): readonly CreationRule[] {
  const relative = file.slice(folderOf(config).length);
  return (config.rules ?? []).filter(
    ({ pathRegex, origin }) =>
      pathRegex === undefined ||
      compileRegex(pathRegex, `${origin.config}: path_regex`)(relative),
  );
}

function isSame(left: CreationRule, right: CreationRule): boolean {
  const essence = (rule: CreationRule) =>
    JSON.stringify([
      rule.selector,
      rule.macOnlyEncrypted,
      rule.shamirThreshold,
      recipientsOf(rule),
    ]);
  return essence(left) === essence(right);
}

function recipientsOf({ keyGroups }: CreationRule): string {
  return JSON.stringify(
    keyGroups
      .map(group => group.map(({ type, id }) => `${type} ${id}`).sort())
      .sort(),
  );
}

function warnIgnored({ path }: SopsConfig): ConfigWarning {
  return {
    code: 'ignored-config',
    config: path,
    message: `${path}: sops reads only files called .sops.yaml: rename it.`,
  };
}

function warnShadowed(
  first: CreationRule,
  shadowed: readonly CreationRule[],
  file: string,
): ConfigWarning[] {
  return (
    shadowed
      // The usual order is from narrow to broad.
      .filter(other => !covers(other.pathRegex, first.pathRegex))
      .map(({ origin }) => ({
        code: 'shadowed-rule' as const,
        config: origin.config,
        rule: origin.index,
        message:
          `${origin.config}: rule ${origin.index + 1} also matches ${file}, but ` +
          `rule ${first.origin.index + 1} comes first and says otherwise.`,
      }))
  );
}

function warnDisagreement(
  config: SopsConfig,
  chosen: CreationRule,
  file: string,
): ConfigWarning[] {
  const [other] = matchingRules(config, file);
  if (other === undefined || recipientsOf(other) === recipientsOf(chosen))
    return [];
  return [
    {
      code: 'nested-configs-disagree',
      config: config.path,
      rule: other.origin.index,
      message:
        `${config.path}: rule ${other.origin.index + 1} names other recipients ` +
        `for ${file} than ${chosen.origin.config}, which is nearer. sops uses the ` +
        'one nearest to the folder it is run in: give both the same recipients.',
    },
  ];
}
