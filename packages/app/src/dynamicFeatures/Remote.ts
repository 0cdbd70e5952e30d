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

/** A frontend plugin as the backend's dynamic feature service lists it. */
export interface Remote {
  readonly packageName: string;
  /** Of module federation: its name, and the address of its manifest. */
  readonly remoteInfo: { readonly name: string; readonly entry: string };
  readonly exposedModules: readonly string[];
}
