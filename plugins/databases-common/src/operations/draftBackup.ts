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

import { BackupProvision, BackupSource } from '../backups';
import { violation } from '../messages';
import {
  BackupDraft,
  DatabaseNames,
  DatabaseRequest,
  EnvironmentRequest,
  Obstacle,
  Target,
  TargetEnvironment,
} from '../model';
import { expandTemplate, templateValues } from '../naming';

/** Keys of the credentials that a person gives. */
const PROVIDED_KEYS = {
  accessKeyIdKey: 'accessKeyId',
  secretAccessKeyKey: 'secretAccessKey',
};

/**
 * Decides about backups: asked for, or by default in production; how and where
 * as the target says.
 */
export function draftBackup(
  wanted: EnvironmentRequest,
  options: {
    readonly request: DatabaseRequest;
    readonly environment: TargetEnvironment;
    readonly target: Target;
    readonly names: DatabaseNames;
    readonly backups: readonly BackupSource[];
    readonly objectStore?: string;
    /** Path of the environment in the request. */
    readonly field: string;
  },
): {
  readonly draft?: BackupDraft;
  readonly provision?: BackupProvision;
  readonly obstacles: readonly Obstacle[];
} {
  const { request, environment, target, names, backups } = options;
  const { backup } = target.options;
  const asked = wanted.backup || undefined;
  const byDefault = wanted.backup === undefined && environment.production;
  if (!asked && !(byDefault && backup.destinationPath !== undefined)) {
    return { obstacles: [] };
  }
  const refuse = (problem: ReturnType<typeof violation>) => ({
    obstacles: [
      {
        rule: 'request-fits-target',
        field: `${options.field}.backup`,
        ...problem,
      },
    ],
  });
  if (backup.destinationPath === undefined) {
    return refuse(
      violation('requestFitsTarget.backupStore', {
        environment: environment.name,
        target: target.id,
      }),
    );
  }
  const method = asked?.method ?? backup.method;
  const known = backups.filter(source => source.provision);
  const provision = known.find(({ id }) => id === method)?.provision;
  if (!provision) {
    return refuse(
      violation('requestFitsTarget.backupMethod', {
        method,
        known: known.map(({ id }) => id),
      }),
    );
  }

  const { credentials } = backup;
  const objectStore = provision.sharesStores ? options.objectStore : undefined;
  const expand = (template: string) =>
    expandTemplate(template, {
      ...templateValues(request.metadata.name, environment),
      ...names,
    }).text;
  return {
    provision,
    obstacles: [],
    draft: {
      method,
      schedule: asked?.schedule ?? backup.schedule,
      retention: asked?.retention ?? backup.retention,
      destinationPath: expand(backup.destinationPath),
      ...(backup.endpointUrl !== undefined && {
        endpointUrl: backup.endpointUrl,
      }),
      ...(objectStore !== undefined && { objectStore }),
      credentials: {
        ...(credentials.from === 'reference' ? credentials : PROVIDED_KEYS),
        secretName: expand(credentials.secretName),
        provided: credentials.from === 'provided' && objectStore === undefined,
      },
    },
  };
}
