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

import { ApiStatus } from './ApiStatus';
import { KubeObject } from './KubeObject';
import { ServedResource } from './servedResources';

/** Whether an object is among those that were asked for. @internal */
export type Selector = (object: KubeObject) => boolean;

/**
 * A label selector, comma-separated:
 *
 * ```
 * a=b   a==b   a!=b   a in (b,c)   a notin (b,c)   a   !a
 * ```
 *
 * @throws ApiStatus 400 when it is none
 * @internal
 */
export function labelSelector(text: string): Selector {
  const terms = splitTerms(text).map(parseTerm);
  return ({ metadata: { labels = {} } }) => terms.every(term => term(labels));
}

type Labels = { readonly [label: string]: string };

const TERM =
  /^(?<absent>!)?\s*(?<key>[\w./-]+)(?:\s*(?<sign>==?|!=)\s*(?<value>[\w.-]*)|\s+(?<set>in|notin)\s*\((?<values>[^()]*)\))?$/;

function splitTerms(text: string): readonly string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(term => term.trim())
    .filter(Boolean);
}

function parseTerm(text: string): (labels: Labels) => boolean {
  const groups = TERM.exec(text)?.groups;
  if (!groups) {
    throw new ApiStatus(400, `unable to parse requirement: ${text}`);
  }
  const { absent, key, sign, value, set, values } = groups;
  const operator = sign ?? set;
  if (!operator) {
    return labels => key in labels === !absent;
  }
  const among = (values ?? value).split(',').map(part => part.trim());
  const wanted = !['!=', 'notin'].includes(operator);
  return labels => (key in labels && among.includes(labels[key])) === wanted;
}

/**
 * A field selector: `metadata.name=a,spec.nodeName!=b`.
 *
 * @throws ApiStatus 400 for fields that an API server does not select by
 * @internal
 */
export function fieldSelector(
  resource: ServedResource,
  text: string,
): Selector {
  const fields = [
    'metadata.name',
    'metadata.namespace',
    ...resource.selectable,
  ];
  const terms = splitTerms(text).map(term => {
    const [, field, operator, value] =
      /^([\w.]+)(==?|!=)(.*)$/.exec(term) ?? [];
    if (!fields.includes(field)) {
      throw new ApiStatus(400, `field label not supported: ${field ?? term}`);
    }
    return (object: KubeObject) =>
      (read(object, field) === value) === (operator !== '!=');
  });
  return object => terms.every(term => term(object));
}

function read(object: KubeObject, path: string): string {
  const value = path
    .split('.')
    .reduce<any>((holder, field) => holder?.[field], object);
  return value === undefined ? '' : String(value);
}
