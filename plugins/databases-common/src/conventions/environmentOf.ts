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

/** Names that people give to environments, in the order of promotion. */
const known = [
  ...['sandbox', 'demo', 'dev', 'development', 'test', 'testing', 'qa'],
  ...['uat', 'stage', 'staging', 'preprod', 'prod', 'production', 'live'],
];
const production = ['prod', 'production', 'live'];

/** The environment that a path or a name mentions as a word; the last one. */
export function environmentOf(text: string): string | undefined {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => known.includes(word))
    .at(-1);
}

export function isProduction(environment: string): boolean {
  return production.includes(environment);
}

/** In the order of promotion. */
export function byPromotion(one: string, other: string): number {
  return known.indexOf(one) - known.indexOf(other);
}
