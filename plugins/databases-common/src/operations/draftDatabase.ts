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

import { EngineProvision } from '../engines';
import { violation } from '../messages';
import {
  DatabaseDraft,
  DatabaseNames,
  DatabaseRequest,
  EnvironmentRequest,
  Obstacle,
  Target,
  TargetEnvironment,
} from '../model';
import { BackupSource } from '../backups';
import { SharedClusterParts } from '../layouts';
import { draftBackup } from './draftBackup';
import { draftLabels } from './draftLabels';

/**
 * Decides everything about one database: preset, image, backups, labels.
 *
 * @returns the draft, or `undefined` with what the target lacks for it.
 */
export function draftDatabase(options: {
  readonly request: DatabaseRequest;
  readonly environment: TargetEnvironment;
  readonly target: Target;
  readonly names: DatabaseNames;
  readonly engine: EngineProvision;
  readonly backups: readonly BackupSource[];
  /** The ObjectStore that the house's clusters share, if they do. */
  readonly objectStore?: string;
  /** The cluster that takes it in, when it gets none of its own. */
  readonly shared?: SharedClusterParts;
  /** Whether the chart of the app brings it. */
  readonly inChart: boolean;
}): {
  readonly draft?: DatabaseDraft;
  readonly obstacles: readonly Obstacle[];
} {
  const { request, environment, target, names, engine } = options;
  const { spec } = request;
  const index = spec.environments.findIndex(
    ({ name }) => name === environment.name,
  );
  const wanted = spec.environments[index];
  const field = `spec.environments[${index}]`;
  const { sizes, images, monitoring } = target.options;
  if (options.shared) {
    const { cluster, declaration } = options.shared;
    const { image, version, instances, storage, cpu, memory } = declaration;
    return {
      obstacles: [],
      draft: {
        ...identity(),
        ...{ image, version, instances, storage, cpu, memory },
        sharedCluster: cluster,
        size: 'shared',
        monitoring: false,
      },
    };
  }

  if (options.inChart) {
    return {
      obstacles: [],
      draft: {
        ...identity(),
        ...{ image: '', version: '', storage: '', cpu: '', memory: '' },
        inChart: true,
        size: 'chart',
        instances: 1,
        monitoring: false,
      },
    };
  }

  const size = wanted.size ?? environment.size;
  const preset = Object.hasOwn(sizes, size) ? sizes[size] : undefined;
  const backup = draftBackup(wanted, { ...options, field });
  const flavor = backup.provision?.imageFlavor ?? 'standard';
  const image = engine.image(spec.version, flavor, images);
  const obstacles = [
    ...backup.obstacles,
    ...(preset
      ? []
      : [
          {
            rule: 'request-fits-target',
            field: `${field}.size`,
            ...violation('requestFitsTarget.size', {
              target: target.id,
              size,
              known: Object.keys(sizes),
            }),
          },
        ]),
  ];
  if (!preset || image === undefined || backup.obstacles.length) {
    return { obstacles };
  }
  return {
    obstacles,
    draft: {
      ...identity(),
      version: spec.version,
      image,
      size,
      instances: wanted.instances ?? preset.instances,
      storage: wanted.storage ?? preset.storage,
      ...(wanted.storageClass !== undefined && {
        storageClass: wanted.storageClass,
      }),
      cpu: wanted.resources?.cpu ?? preset.cpu,
      memory: wanted.resources?.memory ?? preset.memory,
      ...(backup.draft && { backup: backup.draft }),
      ...draftPooler(wanted),
      monitoring: wanted.monitoring ?? monitoring,
    },
  };

  /** What it is, wherever it runs. */
  function identity() {
    return {
      app: request.metadata.name,
      environment: environment.name,
      production: environment.production,
      ...(spec.service !== undefined && { service: spec.service }),
      ...(spec.owner !== undefined && { entityOwner: spec.owner }),
      engine: spec.engine,
      product: engine.product,
      names,
      credentialSource: target.options.credentials.source,
      databases: spec.databases,
      ...draftLabels({ request, environment, target, names, engine }),
    };
  }
}

function draftPooler({
  pooler,
}: EnvironmentRequest): Pick<DatabaseDraft, 'pooler'> {
  return pooler
    ? {
        pooler: {
          mode: pooler.mode ?? 'session',
          instances: pooler.instances ?? 1,
        },
      }
    : {};
}
