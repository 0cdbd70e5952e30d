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

/** Who is fenced: `all`, some by name, or nobody knows. */
export type Fence =
  | { readonly scope: 'none' }
  | { readonly scope: 'all' }
  | { readonly scope: 'some'; readonly instances: readonly string[] }
  | { readonly scope: 'unreadable' };

/**
 * Reads the annotation `cnpg.io/fencedInstances`: a JSON list of pods, `["*"]`
 * for all. The operator stops Postgres in them and leaves everything else alone.
 */
export function fencedInstances(annotation: string | undefined): Fence {
  if (annotation === undefined) {
    return { scope: 'none' };
  }
  const names = parseList(annotation);
  if (!names) {
    return { scope: 'unreadable' };
  }
  if (names.includes('*')) {
    return { scope: 'all' };
  }
  return names.length ? { scope: 'some', instances: names } : { scope: 'none' };
}

function parseList(text: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every(item => typeof item === 'string')
      ? list
      : undefined;
  } catch {
    return undefined;
  }
}
