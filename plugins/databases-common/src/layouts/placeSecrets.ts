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
import { PlannedSecret, SecretDraft } from '../model';
import { FileDrafts } from './FileDrafts';
import { findClaims } from './findClaims';
import { DatabaseParts, LayoutContext } from './Layout';
import { PlacedSecrets } from './PlacedSecrets';
import { readDocuments } from './readDocuments';
import { refuseClaims } from './refuseClaims';
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
  const { bootstrap, runtime, extraRuntime, backup } = credentials;
  const { environment } = database;
  const at = {
    bootstrap: paths.bootstrapSecret(bootstrap.name),
    runtime: paths.runtimeSecret(runtime.name),
    extra: paths.runtimeSecret(extraRuntime.name),
    cluster: shared?.cluster.path ?? `${paths.clusterFolder}/cluster.yaml`,
  };
  const existing = (path: string) => view.platform.read(path);
  const exists = {
    bootstrap: existing(at.bootstrap) !== undefined,
    runtime: existing(at.runtime) !== undefined,
    // In a shared cluster it is the role that has the password.
    cluster: shared
      ? shared.declaration.roles.some(
          ({ name, secret }) =>
            name === database.names.owner && secret === bootstrap.name,
        )
      : existing(at.cluster) !== undefined,
  };
  const connects = hasKey(existing(at.runtime), secrets.uriKey);
  const made: PlacedSecrets['made'][number][] = [];

  function put(
    path: string,
    purpose: string,
    secret: SecretDraft,
    there: boolean,
  ) {
    const change: PlannedSecret['change'] = there ? 'none' : 'create';
    files.secret({ path, purpose, environment }, change, secret);
    refuseClaims(
      files,
      secret,
      findClaims(context, secret, [path]).filter(claim => claim.path !== path),
    );
    if (!there) {
      made.push({ path, namespace: secret.namespace, holds: 'ciphertext' });
    }
  }
  function incompletable(obstacle: ReturnType<typeof violation>) {
    files.obstacle({ rule: 'credentials-completable', ...obstacle });
  }

  put(
    at.bootstrap,
    `Owner of the database of ${environment}, for the cluster`,
    bootstrap,
    exists.bootstrap,
  );
  if (!exists.bootstrap && exists.cluster) {
    incompletable(
      violation('credentialsCompletable.clusterExists', {
        cluster: at.cluster,
        missing: at.bootstrap,
      }),
    );
  }
  if (backup) {
    const path = paths.backupSecret(backup.name);
    put(
      path,
      `Access to the backups of ${environment}`,
      backup,
      existing(path) !== undefined,
    );
  }

  const connection = `Connection of the app to the database of ${environment}`;
  if (!exists.runtime) {
    put(at.runtime, connection, runtime, false);
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
  put(at.runtime, `${connection}, kept`, { ...runtime, values: {} }, true);
  if (connects && exists.bootstrap) {
    return { references: [runtime.name], made };
  }
  if (secrets.whenRuntimeSecretExists === 'report') {
    report();
    return { references: [runtime.name], made };
  }

  const extraExists = existing(at.extra) !== undefined;
  put(at.extra, connection, extraRuntime, extraExists);
  if (extraExists && !exists.bootstrap) {
    incompletable(
      violation('credentialsCompletable.extraExists', {
        existing: at.extra,
        missing: at.bootstrap,
      }),
    );
  } else if (!extraExists && exists.bootstrap) {
    incompletable(
      violation('credentialsCompletable.bootstrapExists', {
        existing: at.bootstrap,
        missing: at.extra,
      }),
    );
  }
  return { references: [runtime.name, extraRuntime.name], made };

  /**
   * A connection that is missing may be added with this pull request; one that
   * is in use leads elsewhere and is replaced when the new database is up.
   */
  function report(): void {
    const [before, after] = connectionExample
      .replace(/%/g, '%%')
      .split('PASSWORD');
    const key = `["stringData"]["${secrets.uriKey}"]`;
    const command = `\`printf '"${before}%s${after}"' "$(sops decrypt --extract '["stringData"]["password"]' ${at.bootstrap})" | sops set --value-stdin ${at.runtime} '${key}'\``;
    if (!connects) {
      files.note({
        repository: 'platform',
        kind: 'todo',
        path: at.runtime,
        text: `${environment}: \`${at.runtime}\` exists, has no ${secrets.uriKey}, and cannot be changed without the private key. Whoever has it runs, on this branch: ${command}`,
      });
      return;
    }
    files.note({
      repository: 'platform',
      kind: 'info',
      path: at.runtime,
      text: `${environment}: the ${secrets.uriKey} in \`${at.runtime}\` is of another database and stays as it is. When this one is up and has its data, whoever has the private key changes it, in a pull request of its own: ${command}`,
    });
    files.note({
      repository: 'app',
      kind: 'todo',
      path: paths.values,
      text: `${environment}: the ${secrets.uriKey} in \`${at.runtime}\` of the platform repository leads to the new database; the platform's pull request says how.`,
    });
  }
}

/** Keys of an encrypted Secret are in the clear. */
function hasKey(text: string | undefined, key: string): boolean {
  return readDocuments(text).some(document =>
    [document.data, document.stringData].some(
      values =>
        typeof values === 'object' &&
        values !== null &&
        Object.hasOwn(values, key),
    ),
  );
}
