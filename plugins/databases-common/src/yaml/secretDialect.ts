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

import { Refusal } from './Refusal';
import { Values } from './Values';

/** Where charts let the values say which Secrets the app loads. */
export const SECRET_KEYS = [
  'envFrom',
  'extraEnvFrom',
  'envFromSecrets',
  'extraEnvFromSecrets',
] as const;

/**
 * How they say it:
 *
 * ```
 * map          envFrom: { secretRef: "a", extraSecretRefs: ["b"] }
 * references   envFrom: [{ secretRef: { name: a } }]      as in a pod
 * secrets      envFrom: [{ secret: a }]                   for a template
 * names        envFromSecrets: [a]
 * ```
 */
export type SecretDialect = 'map' | 'references' | 'secrets' | 'names';

/** The place of a chart's values that names Secrets. */
export interface SecretPlace {
  readonly key: string;
  readonly dialect: SecretDialect;
  /** Only of `map`: whether the chart reads `extraSecretRefs`. */
  readonly hasExtra: boolean;
}

type Shape =
  SecretDialect | 'nothing' | 'an empty map' | 'an empty list' | 'unknown';

const EXAMPLE: { readonly [dialect in SecretDialect]: string } = {
  map: '{ secretRef: "…" }',
  references: '[{ secretRef: { name: … } }]',
  secrets: '[{ secret: … }]',
  names: '["…"]',
};

/**
 * Recognizes the dialect from the file, then from the chart's own values, then
 * from its templates.
 *
 * @param at - names the line of a key, for messages
 * @throws Refusal when none shows it, or the file says it in a way in which the
 * chart does not read it
 */
export function findSecretPlace(
  values: Values,
  defaults: Values | undefined,
  templates: string,
  at: (key: string) => string,
): SecretPlace {
  const candidates = SECRET_KEYS.map(key => {
    const own = shapeOf(values[key]);
    const chart = shapeOf(defaults?.[key]);
    const template = shapeInTemplates(key, templates);
    return { key, own, chart, template };
  });
  const { key, own, chart, template } =
    candidates.find(candidate => isDialect(candidate.own)) ??
    candidates.find(candidate => isDialect(candidate.chart)) ??
    candidates.find(candidate => candidate.template) ??
    candidates.find(candidate => candidate.own !== 'nothing') ??
    candidates[0];
  const expected = isDialect(chart) ? chart : template;
  if (own === 'unknown') {
    throw new Refusal(
      `${at(key)}: \`${key}\` is written in a way that is not known`,
      expected
        ? `write it as ${EXAMPLE[expected]} and name the Secret there`
        : `name the Secret in \`${key}\` as the chart reads it`,
    );
  }
  if (isDialect(own)) {
    const clash = clashOf(own, chart, template);
    if (clash) {
      throw new Refusal(
        `${at(key)}: \`${key}\` is written as ${EXAMPLE[own]} and the chart has ${clash}, which its templates would not render`,
        `write \`${key}\` as the chart reads it and name the Secret there`,
      );
    }
  }
  const dialect = isDialect(own) ? own : expected;
  if (!dialect) {
    throw new Refusal(
      "neither the file nor the chart's own values show how the app loads a Secret",
      'name the Secret where the chart reads it, such as `envFrom`',
    );
  }
  return {
    key,
    dialect,
    hasExtra:
      [values[key], defaults?.[key]].some(
        value =>
          typeof value === 'object' &&
          value !== null &&
          'extraSecretRefs' in value,
      ) || new RegExp(`\\.${key}\\.extraSecretRefs`).test(templates),
  };
}

function clashOf(
  own: SecretDialect,
  chart: Shape,
  template: SecretDialect | undefined,
): string | undefined {
  const expected = isDialect(chart) ? chart : template;
  if (expected) {
    return own === expected ? undefined : EXAMPLE[expected];
  }
  const other = own === 'map' ? 'an empty list' : 'an empty map';
  return chart === other ? other : undefined;
}

function isDialect(shape: Shape): shape is SecretDialect {
  return shape in EXAMPLE;
}

function shapeOf(value: unknown): Shape {
  if (value === undefined || value === null) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return value.length ? shapeOfItems(value) : 'an empty list';
  }
  if (typeof value !== 'object') {
    return 'unknown';
  }
  const { secretRef, extraSecretRefs } = value as Values;
  if (Object.keys(value).length === 0) {
    return 'an empty map';
  }
  const isMap =
    ('secretRef' in value || 'extraSecretRefs' in value) &&
    typeof (secretRef ?? '') === 'string' &&
    isNames(extraSecretRefs ?? []);
  return isMap ? 'map' : 'unknown';
}

function shapeOfItems(items: readonly unknown[]): Shape {
  if (isNames(items)) {
    return 'names';
  }
  const has = (item: unknown, keys: readonly string[], type: string) =>
    typeof item === 'object' &&
    item !== null &&
    keys.some(key => typeof (item as Values)[key] === type);
  if (items.every(item => has(item, ['secretRef', 'configMapRef'], 'object'))) {
    return 'references';
  }
  return items.every(item => has(item, ['secret', 'configMap'], 'string'))
    ? 'secrets'
    : 'unknown';
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

/** What a template does with the key tells what it has to be. */
function shapeInTemplates(
  key: string,
  templates: string,
): SecretDialect | undefined {
  const value = `\\.Values\\.(?:\\w+\\.)?${key}\\b`;
  if (new RegExp(`${value}\\.secretRef`).test(templates)) {
    return 'map';
  }
  if (
    new RegExp(`toYaml\\s+\\$?${value}|${value}\\s*\\|\\s*toYaml`).test(
      templates,
    )
  ) {
    return 'references';
  }
  const [, loop] =
    new RegExp(`range\\s[^}]*${value}[^}]*\\}\\}([^]{0,400})`).exec(
      templates,
    ) ?? [];
  if (loop === undefined) {
    return undefined;
  }
  if (/\.secret\b/.test(loop)) {
    return 'secrets';
  }
  return /name:\s*\{\{-?\s*(?:tpl\s+)?\.\s/.test(loop) ? 'names' : undefined;
}
