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

import { KubeObject } from '../model';
import { ObservedKind } from '../observation';

/**
 * What is kept of an app's values in a repository: which Secrets they name, and
 * nothing else that stands there.
 *
 * @public
 */
export interface AppValuesData {
  readonly path: string;
  /** App key and environment, as the path tells them. */
  readonly app: string;
  readonly environment: string;
  /** Names of Secrets in the app's namespace. */
  readonly secrets: readonly string[];
}

/**
 * Values of apps in the repositories of the targets, found under
 * `values:<app>/<environment>`.
 *
 * @public
 */
export const appValues: ObservedKind<AppValuesData> = {
  id: 'app-values.git',
  origin: 'git',
  group: '',
  versions: [],
  resource: 'app-values',
  kind: 'file',
  namespaced: false,
  elsewhere: true,
  feeds: 'Values of apps in git name the Secrets that they read.',
  lane: 'credential',
  // Files are read by the reader of repositories, which makes the facts itself.
  project: (_object: KubeObject) => undefined,
  keys: ({ data: { app, environment } }) => [valuesKey(app, environment)],
};

/** @public */
export function valuesKey(app: string, environment: string): string {
  return `values:${app}/${environment}`;
}
