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

import { readDocuments } from './readDocuments';

/**
 * Whether two files declare the same, whatever their comments, order of keys
 * and style are. Our own labels and annotations do not count: they change with
 * the owner, not with the database.
 */
export function declaresTheSame(one: string, other: string): boolean {
  if (one === other) {
    return true;
  }
  const [these, those] = [one, other].map(readDocuments);
  return (
    these.length > 0 &&
    these.length === those.length &&
    these.every(
      (document, index) => canonical(document) === canonical(those[index]),
    )
  );
}

function canonical(document: { readonly [key: string]: unknown }): string {
  const { metadata } = document;
  return JSON.stringify(
    sorted(
      isRecord(metadata)
        ? {
            ...document,
            metadata: {
              ...metadata,
              labels: withoutOurs(metadata.labels),
              annotations: withoutOurs(metadata.annotations),
            },
          }
        : document,
    ),
  );
}

function withoutOurs(entries: unknown): unknown {
  return isRecord(entries)
    ? Object.fromEntries(
        Object.entries(entries).filter(
          ([key]) => !/^(basewell\.dev|app\.kubernetes\.io)\//.test(key),
        ),
      )
    : {};
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return isRecord(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map(key => [key, sorted(value[key])]),
      )
    : value;
}

function isRecord(
  value: unknown,
): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
