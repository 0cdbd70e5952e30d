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
 * Whether sync options on an object keep Argo CD from deleting it by itself:
 * `confirm` makes it ask a person first.
 *
 * @param deed - `Prune`: it is gone from git; `Delete`: its Application is deleted
 * @param syncOptions - `argocd.argoproj.io/sync-options`
 */
export function isKeptFrom(
  deed: 'Prune' | 'Delete',
  syncOptions: string | undefined,
): boolean {
  return (syncOptions ?? '')
    .split(',')
    .some(option =>
      [`${deed}=false`, `${deed}=confirm`].includes(option.trim()),
    );
}
