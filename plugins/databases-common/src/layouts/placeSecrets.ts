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

import { violation } from '../messages';
import { SealedCredentials } from '../credentials';
import { SecretDraft } from '../model';
import { explainConnection } from './explainConnection';
import { FileDrafts } from './FileDrafts';
import { DatabaseParts, LayoutContext } from './Layout';
import { nameSecretFile, SecretFileName } from './nameSecretFile';
import { PlacedSecrets } from './PlacedSecrets';
import { readDocuments } from './readDocuments';
import { reflectSecrets } from './reflectSecrets';
import { runsInChart } from './runsInChart';
import { secretValues } from './secretValues';
import { sealSecret } from './sealSecret';
import { TargetPaths } from './TargetPaths';

/**
 * Decides which secrets of a database are made and which are kept, by what is
 * there. An existing ciphertext cannot be read or changed here, only its keys
 * are in the clear.
 *
 * | bootstrap | runtime | what is done |
 * |---|---|---|
 * | – | – | both are made, unless the cluster exists: its password is lost |
 * | ✓ | ✓ | both are kept; without the connection string in it: see below |
 * | ✓ | – | refused: the password cannot be known |
 * | – | ✓ | bootstrap is made; the connection string is reported, or goes into a second secret |
 */
export function placeSecrets(
  context: LayoutContext,
  files: FileDrafts,
  paths: TargetPaths,
  { database, connectionExample, shared }: DatabaseParts,
  credentials: SealedCredentials,
): PlacedSecrets {
  const { view, target } = context;
  const { secrets } = target.options;
  const { environment, inChart } = database;
  const { bootstrap, runtime, extraRuntime, backup, runtimePath } =
    reflectSecrets(context, files, paths, database, credentials);
  const named = {
    bootstrap: nameSecretFile(
      context,
      paths,
      inChart
        ? paths.runtimeSecret(bootstrap.name)
        : paths.bootstrapSecret(bootstrap.name),
    ),
    runtime: nameSecretFile(context, paths, runtimePath(runtime.name)),
  };
  const at = {
    bootstrap: named.bootstrap.path,
    runtime: named.runtime.path,
    cluster: clusterPath(),
  };
  const existing = (path: string) => view.platform.read(path);
  const exists = {
    bootstrap: existing(at.bootstrap) !== undefined,
    runtime: existing(at.runtime) !== undefined,
    cluster: clusterExists(),
  };
  const connects = hasKey(existing(at.runtime), secrets.uriKey);
  const made: PlacedSecrets['made'][number][] = [];

  function put(name: SecretFileName, purpose: string, secret: SecretDraft) {
    const place = { name, purpose, environment };
    made.push(...sealSecret(context, files, paths, place, secret));
  }
  function incompletable(obstacle: ReturnType<typeof violation>) {
    files.obstacle({ rule: 'credentials-completable', ...obstacle });
  }

  put(
    named.bootstrap,
    `Owner of the database of ${environment}, for the ${inChart ? 'chart' : 'cluster'}`,
    bootstrap,
  );
  if (!exists.bootstrap && exists.cluster) {
    incompletable(
      inChart
        ? violation('credentialsCompletable.chartRuns', {
            path: at.cluster,
            missing: at.bootstrap,
          })
        : violation('credentialsCompletable.clusterExists', {
            cluster: at.cluster,
            missing: at.bootstrap,
          }),
    );
  }
  if (backup) {
    put(
      nameSecretFile(context, paths, paths.backupSecret(backup.name)),
      `Access to the backups of ${environment}`,
      backup,
    );
  }

  const connection = `Connection of the app to the database of ${environment}`;
  if (!exists.runtime) {
    put(named.runtime, connection, runtime);
    if (exists.bootstrap) {
      incompletable(
        violation('credentialsCompletable.bootstrapExists', {
          existing: at.bootstrap,
          missing: at.runtime,
        }),
      );
    }
    return { references: [runtime.name], made };
  }

  // What it holds was made by somebody else, or by an earlier run.
  put(named.runtime, `${connection}, kept`, { ...runtime, values: {} });
  if (connects && exists.bootstrap) {
    return { references: [runtime.name], made };
  }
  if (secrets.whenRuntimeSecretExists === 'report') {
    explainConnection(context, files, paths, {
      environment,
      bootstrap: { path: at.bootstrap, secret: bootstrap },
      runtime: { path: at.runtime, secret: runtime },
      connectionExample,
      connects,
    });
    return { references: [runtime.name], made };
  }

  const extra = nameSecretFile(context, paths, runtimePath(extraRuntime.name));
  const extraExists = existing(extra.path) !== undefined;
  put(extra, connection, extraRuntime);
  if (extraExists && !exists.bootstrap) {
    incompletable(
      violation('credentialsCompletable.extraExists', {
        existing: extra.path,
        missing: at.bootstrap,
      }),
    );
  } else if (!extraExists && exists.bootstrap) {
    incompletable(
      violation('credentialsCompletable.bootstrapExists', {
        existing: at.bootstrap,
        missing: extra.path,
      }),
    );
  }
  return { references: [runtime.name, extraRuntime.name], made };

  function clusterPath(): string {
    return inChart
      ? paths.values
      : (shared?.cluster.path ?? `${paths.clusterFolder}/cluster.yaml`);
  }
  /** In a shared cluster it is the role that has the password. */
  function clusterExists(): boolean {
    if (inChart) {
      return runsInChart(
        view.app.read(paths.values),
        view.app.read(`${paths.chart}/values.yaml`),
        target.options.values.chartKey,
      );
    }
    return shared
      ? shared.declaration.roles.some(
          ({ name, secret }) =>
            name === database.names.owner && secret === bootstrap.name,
        )
      : existing(at.cluster) !== undefined;
  }
}

/** Keys of an encrypted Secret are in the clear. */
function hasKey(text: string | undefined, key: string): boolean {
  return readDocuments(text)
    .flatMap(secretValues)
    .some(values => Object.hasOwn(values, key));
}
