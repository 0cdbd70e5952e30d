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

import { type Document, parseDocument } from 'yaml';
import { InvalidConfigError } from '../errors/InvalidConfigError';
import { covers } from './covers';
import type { ConfigWarning, CreationRule, Indent, SopsConfig } from './model';
import { nearestKey } from './nearestKey';
import { parseRule } from './parseRule';

const topLevelKeys = ['creation_rules', 'destination_rules', 'stores'];

/**
 * Reads a `.sops.yaml`:
 *
 * ```yaml
 * stores:                       # optional
 *   yaml: { indent: 2 }         # 4 by default
 *   json: { indent: 2 }         # a tab by default
 * creation_rules:               # the first that matches a path wins
 *   - path_regex: ^secrets/     # RE2; without it every path matches
 *     encrypted_regex: ^(data|stringData)$
 *     age: age1…,age1…
 * ```
 *
 * Anchors, aliases and merge keys work. What sops would accept silently and is
 * probably a mistake comes back as a warning.
 *
 * @param text - the file
 * @param path - where it lies, with `/`, relative to the same root as the paths
 *   later given to {@link findCreationRule}
 *
 * @throws InvalidConfigError if sops would refuse the file
 * @throws InvalidRegexError if an expression is not RE2, which sops would ignore
 *
 * @public
 */
export function parseSopsConfig(text: string, path: string): SopsConfig {
  const root = parseYaml(text, path);
  const warnings: ConfigWarning[] = [];
  for (const key of Object.keys(root)) {
    const nearest = nearestKey(key, topLevelKeys);
    if (nearest !== undefined && nearest !== key) {
      warnings.push({
        code: 'unknown-key',
        config: path,
        message: `${path}: sops ignores the key ${key}: did you mean ${nearest}?`,
      });
    }
  }
  const { creation_rules: raws } = root;
  if (raws === undefined || raws === '' || raws === '~' || raws === 'null') {
    return { path, rules: undefined, warnings };
  }
  if (!Array.isArray(raws)) {
    throw new InvalidConfigError(path, 'creation_rules', 'must be a list');
  }
  const indent = parseIndent(root.stores, path);
  const rules = raws.map((raw, index) => {
    if (!isRecord(raw)) {
      throw new InvalidConfigError(
        path,
        `creation_rules[${index}]`,
        'must be a map',
      );
    }
    return parseRule(raw, { config: path, index, indent }, (code, message) =>
      warnings.push({
        code,
        config: path,
        rule: index,
        message: `${path}: rule ${index + 1} ${message}.`,
      }),
    );
  });
  return { path, rules, warnings: [...warnings, ...findUnreachable(rules)] };
}

function parseYaml(text: string, path: string): Record<string, unknown> {
  const document = parseDocument(text, {
    schema: 'failsafe',
    merge: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    throw new InvalidConfigError(
      path,
      `line ${line}`,
      `is not YAML (${error.code})`,
    );
  }
  const root = resolve(document, path);
  if (root === null || root === undefined || root === '') return {};
  if (isRecord(root)) return root;
  throw new InvalidConfigError(path, 'the file', 'must be a map');
}

/** Aliases and merge keys are looked at only now; what is wrong with them is thrown. */
function resolve(document: Document, path: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw new InvalidConfigError(
      path,
      'the file',
      'has an alias or a merge key that leads nowhere',
    );
  }
}

function parseIndent(stores: unknown, path: string): Indent {
  const read = (
    format: 'yaml' | 'json',
    lowest: number,
  ): number | undefined => {
    const store = isRecord(stores) ? stores[format] : undefined;
    const value = isRecord(store) ? store.indent : undefined;
    if (value === undefined || value === '') return undefined;
    const number = Number(value);
    if (!Number.isInteger(number) || number < lowest) {
      throw new InvalidConfigError(
        path,
        `stores.${format}.indent`,
        `must be a whole number from ${lowest}`,
      );
    }
    return number;
  };
  const yaml = read('yaml', 0) || 4;
  const json = read('json', -1) ?? -1;
  return {
    // go-yaml takes 2 for what it cannot do.
    yaml: yaml < 2 || yaml > 9 ? 2 : yaml,
    json: json === -1 ? '\t' : json,
  };
}

function findUnreachable(rules: readonly CreationRule[]): ConfigWarning[] {
  return rules.flatMap(({ origin, pathRegex }, index) => {
    const first = rules
      .slice(0, index)
      .find(earlier => covers(earlier.pathRegex, pathRegex));
    if (first === undefined) return [];
    return [
      {
        code: 'unreachable-rule' as const,
        config: origin.config,
        rule: index,
        message:
          `${origin.config}: rule ${index + 1} is never reached, because rule ` +
          `${first.origin.index + 1} matches every path that it does. Merge the ` +
          'two, or put the narrower one first.',
      },
    ];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
