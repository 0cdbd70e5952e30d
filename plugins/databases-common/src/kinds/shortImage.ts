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

/**
 * An image as people name it: without its registry and its digest, so
 * `bitnami/postgresql:17.6.0`.
 */
export function shortImage(image: string | undefined): string | undefined {
  const [tagged] = image?.split('@') ?? [];
  const [first, ...rest] = tagged?.split('/') ?? [];
  // Only a registry has a dot or a port in its name.
  return rest.length && /[.:]|^localhost$/.test(first)
    ? rest.join('/').slice(0, 120)
    : tagged?.slice(0, 120);
}
