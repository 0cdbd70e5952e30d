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

import { dialectInTemplates } from './dialectInTemplates';
import { Refusal } from './Refusal';
import { SECRET_KEYS, SecretDialect } from './SecretDialect';
import { isValues } from './Values';
import { ValuesScope } from './ValuesScope';

/** The place of a chart's values that names Secrets. */
export interface SecretPlace {
  readonly key: string;
  readonly dialect: SecretDialect;
  /** Only of `map`: whether the chart reads `extraSecretRefs`. */
  readonly hasExtra: boolean;
}

type Shape =
  | SecretDialect
  | 'nothing'
  | 'an empty map'
  | 'an empty list'
  | 'another map'
  | 'unknown';

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
  { values, defaults }: ValuesScope,
  templates: string,
  at: (key: string) => string,
): SecretPlace {
  const candidates = SECRET_KEYS.map(key => {
    const own = shapeOf(values[key]);
    const chart = shapeOf(defaults?.[key]);
    const template = dialectInTemplates(key, templates);
    return { key, own, chart, template };
  });
  const { key, own, chart, template } =
    candidates.find(candidate => isDialect(candidate.own)) ??
    candidates.find(candidate => isDialect(candidate.chart)) ??
    candidates.find(candidate => candidate.template) ??
    candidates.find(candidate => candidate.own !== 'nothing') ??
    candidates[0];
  const expected = isDialect(chart) ? chart : template;
  if (own === 'unknown' || (own === 'another map' && expected !== 'map')) {
    throw new Refusal(
      `${at(key)}: \`${key}\` is written in a way that is not known`,
      expected
        ? `Write it as ${EXAMPLE[expected]} and name the Secret there.`
        : `Name the Secret in \`${key}\` as the chart reads it.`,
    );
  }
  if (isDialect(own)) {
    const clash = clashOf(own, chart, template);
    if (clash) {
      throw new Refusal(
        `${at(key)}: \`${key}\` is written as ${EXAMPLE[own]} and the chart has ${clash}, which its templates would not render`,
        `Write \`${key}\` as the chart reads it and name the Secret there.`,
      );
    }
  }
  const dialect = isDialect(own) ? own : expected;
  if (!dialect) {
    throw new Refusal(
      "neither the file nor the chart's own values show how the app loads a Secret",
      'Name the Secret where the chart reads it, such as `envFrom`.',
    );
  }
  return {
    key,
    dialect,
    hasExtra:
      [values[key], defaults?.[key]].some(
        value => isValues(value) && 'extraSecretRefs' in value,
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
  if (!isValues(value)) {
    return 'unknown';
  }
  const { secretRef, extraSecretRefs } = value;
  if (Object.keys(value).length === 0) {
    return 'an empty map';
  }
  if (!('secretRef' in value) && !('extraSecretRefs' in value)) {
    return 'another map';
  }
  return typeof (secretRef ?? '') === 'string' && isNames(extraSecretRefs ?? [])
    ? 'map'
    : 'unknown';
}

function shapeOfItems(items: readonly unknown[]): Shape {
  if (isNames(items)) {
    return 'names';
  }
  const has = (item: unknown, keys: readonly string[], type: string) =>
    isValues(item) && keys.some(key => typeof item[key] === type);
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
