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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseDatabaseRequest } from './parseDatabaseRequest';
import { requestFromParameters } from './requestFromParameters';

const folder = join(__dirname, '../../../../templates/create-database');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const [step] = parse(read('template.yaml')).spec.steps;
const cases = JSON.parse(read('parameters.json')) as {
  readonly reason: string;
  readonly parameters: object;
  readonly request: object;
}[];

/**
 * The template as the scaffolder renders it: a value that is one expression
 * keeps its type, and a key whose expression has no value disappears. Anything
 * but constants and plain paths would make the two builders differ.
 */
function render(value: unknown, context: object): unknown {
  if (typeof value === 'string') {
    if (!value.includes('${{')) {
      return value;
    }
    const [, path] = /^\$\{\{ parameters((?:\.[a-z]+)+) \}\}$/i.exec(value)!;
    return path
      .slice(1)
      .split('.')
      .reduce<any>((parent, key) => parent?.[key], context);
  }
  return Object.fromEntries(
    Object.entries(value as object)
      .map(([key, child]) => [key, render(child, context)])
      .filter(([, child]) => child !== undefined),
  );
}

describe('requestFromParameters', () => {
  it.each(cases)('builds the request of $reason', ({ parameters, request }) => {
    expect(requestFromParameters(parameters)).toStrictEqual(request);
  });

  it.each(cases)(
    "builds what the template's step renders for $reason",
    ({ parameters, request }) => {
      expect(render(step.input.request, parameters)).toStrictEqual(request);
    },
  );

  it.each(cases)('builds what can be read: $reason', ({ request }) => {
    expect(() => parseDatabaseRequest(request)).not.toThrow();
  });

  it('gives permission rules the same words', () => {
    const { spec } = step.input.request;
    expect(step.input).toMatchObject({
      service: spec.service,
      target: spec.target,
      engine: spec.engine,
    });
  });

  it('bears a form that has only begun', () => {
    expect(requestFromParameters({})).toStrictEqual({
      apiVersion: 'basewell.dev/v1alpha1',
      kind: 'DatabaseRequest',
      metadata: {},
      spec: { engine: 'cnpg' },
    });
  });
});
