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

import { NameTemplates, Target, TargetEnvironment } from '../model';

/**
 * The part of a target that names depend on. Forms get it from `GET /targets`.
 *
 * @public
 */
export interface NamingTarget {
  readonly environments: readonly TargetEnvironment[];
  readonly names: NameTemplates;
  /** Whether all environments share one bootstrap secret. */
  readonly sharedBootstrapSecret: boolean;
  /** Whether the operator makes the bootstrap secret, under a name of its own. */
  readonly generatedBootstrapSecret: boolean;
  /** Template of the Service that takes writes. Left out: that of CloudNativePG. */
  readonly writerService?: string;
}

/**
 * What names depend on in a target.
 *
 * @public
 */
export function namingTarget({ options }: Target): NamingTarget {
  return {
    environments: options.environments,
    names: options.names,
    sharedBootstrapSecret: options.secrets.bootstrap === 'shared',
    generatedBootstrapSecret:
      options.credentials.source === 'operator-generated',
  };
}
