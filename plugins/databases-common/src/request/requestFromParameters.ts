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

import { DatabaseRequest, DatabaseRequestSpec } from '../model';

/**
 * The parameters of the template `create-database`, while its form is being
 * filled in and as the scaffolder stores them: the parts of a request, and what
 * the person agreed to.
 *
 * @public
 */
export type DatabaseParameters = Partial<
  Omit<DatabaseRequestSpec, 'engine' | 'owner'>
> & {
  /** The app key. */
  readonly name?: string;
  readonly review?: {
    /** Digest of the preview that was agreed to. */
    readonly digest?: string;
    readonly production?: boolean;
  };
};

/**
 * A request as a form writes it: the server fills in the defaults and says what
 * is missing.
 *
 * @public
 */
export type UncheckedDatabaseRequest = Pick<
  DatabaseRequest,
  'apiVersion' | 'kind'
> & {
  readonly metadata: Partial<DatabaseRequest['metadata']>;
  readonly spec: Partial<DatabaseRequestSpec>;
};

/**
 * The request that the template's step builds from the same parameters, so that
 * a preview shows what will be created. Parameters that are not given yet are
 * left out.
 *
 * @public
 */
export function requestFromParameters(
  parameters: DatabaseParameters,
): UncheckedDatabaseRequest {
  const { name, service, target, reason, version } = parameters;
  const { environments, databases, names, waivers } = parameters;
  return {
    apiVersion: 'basewell.dev/v1alpha1',
    kind: 'DatabaseRequest',
    metadata: given({ name }),
    spec: given({
      service,
      target,
      reason,
      engine: 'cnpg',
      version,
      environments,
      databases,
      names,
      waivers,
    }),
  };
}

function given<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}
