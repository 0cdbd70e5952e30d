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

import { SimulatedEndpoint, SimulatedField } from './SimulatedEndpoint';

/**
 * Why a request is none that the endpoint documents; `undefined` when it is one.
 *
 * @internal
 */
export function refuseUndocumented(
  { method, path, docs, query = [], body: fields, items }: SimulatedEndpoint,
  request: { readonly query: object; readonly body: unknown },
): string | undefined {
  const where = `of ${method} ${path} (${docs})`;
  const parameter = Object.keys(request.query).find(
    name => !query.includes(name),
  );
  if (parameter !== undefined) {
    return `"${parameter}" is no query parameter ${where}`;
  }
  if (items) {
    const wrong = refuseItems(items, request.body);
    return wrong && `${wrong} ${where}`;
  }
  if (!fields) {
    return request.body === undefined
      ? undefined
      : `A body is no part ${where}`;
  }
  const wrong = refuseFields(fields, request.body ?? {});
  return wrong && `${wrong} ${where}`;
}

function refuseItems(
  item: NonNullable<SimulatedEndpoint['items']>,
  given: unknown,
): string | undefined {
  if (!Array.isArray(given)) {
    return 'A body that is no list is no part';
  }
  return given.map(one => refuseItem(item, one)).find(Boolean);
}

function refuseItem(
  item: NonNullable<SimulatedEndpoint['items']>,
  given: any,
): string | undefined {
  if (typeof item === 'object') {
    return refuseFields(item, given);
  }
  return isField(given, item)
    ? undefined
    : `An item is not of the type ${item}`;
}

/** The same of an object alone. @internal */
export function refuseFields(
  fields: { readonly [name: string]: SimulatedField },
  given: object,
): string | undefined {
  for (const [name, value] of Object.entries(given)) {
    const field = fields[name] ?? fields[`${name}!`];
    if (!field) {
      return `"${name}" is no field`;
    }
    if (!isField(value, field)) {
      return `"${name}" is not of the type ${field}`;
    }
  }
  const missing = Object.keys(fields).find(
    name => name.endsWith('!') && !(name.slice(0, -1) in given),
  );
  return missing && `"${missing.slice(0, -1)}" is missing, a required field`;
}

function isField(value: unknown, field: SimulatedField): boolean {
  switch (field) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    default:
      return typeof value === field;
  }
}
