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

import {
  DeclaredCredentials,
  DeclaredManifest,
  DeclaredSecret,
} from '../credentials';
import { SecretDraft } from '../model';
import { renderYaml } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { findClaims } from './findClaims';
import { Conventions, DatabaseParts, LayoutContext } from './Layout';
import { madeBy } from './madeBy';
import { nameSecretFile, SecretFileName } from './nameSecretFile';
import { PlacedSecrets } from './PlacedSecrets';
import { refuseClaims } from './refuseClaims';
import { sealSecret } from './sealSecret';
import { TargetPaths } from './TargetPaths';

/**
 * Places manifests that lead to Secrets. What an operator makes can be made
 * again, so nothing has to fit to ciphertext that is there; but no Secret may
 * have two sources.
 *
 * | the runtime secret in the repository | what is done |
 * |---|---|
 * | nothing, or our own manifest | one manifest for all that the app reads |
 * | from another source | refused; or the connection goes into a second secret |
 */
export function placeDeclared(
  context: LayoutContext,
  { style }: Conventions,
  files: FileDrafts,
  paths: TargetPaths,
  { database }: DatabaseParts,
  credentials: DeclaredCredentials,
): PlacedSecrets {
  const { view, target } = context;
  const { environment, names } = database;
  const { bootstrap, runtime, extraRuntime, backup } = credentials;
  const made: PlacedSecrets['made'][number][] = [];

  function put({ manifest, purpose, shared }: DeclaredManifest) {
    const path = paths.credentialManifest(manifest);
    const place = { repository: 'platform' as const, path, purpose };
    if (view.platform.read(path) === undefined) {
      const { namespace = names.databasesNamespace } = manifest.metadata;
      made.push({
        path,
        namespace,
        holds: 'manifest',
        listedAs: 'manifest',
      });
    } else if (shared) {
      files.keep(place);
      return;
    }
    files.create(
      { ...place, ...(!shared && { environment }) },
      renderYaml([manifest], {
        ...style.platform,
        ...(!shared && { header: madeBy(database) }),
      }),
    );
  }
  function putSecret(secret: DeclaredSecret, sopsPath: string) {
    const own = paths.credentialManifest(secret.manifest);
    refuseClaims(files, secret, claimsOf(secret, sopsPath, own));
    put(secret);
  }
  /** What else leads to a Secret, in the folders where files about it belong. */
  function claimsOf(
    secret: { readonly name: string; readonly namespace: string },
    sopsPath: string,
    own: string,
  ) {
    return findClaims(context, secret, [sopsPath, own]).filter(
      ({ path }) => path !== own,
    );
  }
  function seal(name: SecretFileName, purpose: string, secret: SecretDraft) {
    const there = view.platform.read(name.path) !== undefined;
    const place = { name, purpose, environment };
    // What it holds was made by somebody else, or by an earlier run.
    const draft = there ? { ...secret, values: {} } : secret;
    made.push(...sealSecret(context, files, paths, place, draft));
  }

  credentials.access.forEach(put);
  if (bootstrap) {
    putSecret(bootstrap, paths.bootstrapSecret(bootstrap.name));
  }
  if (backup) {
    seal(
      nameSecretFile(context, paths, paths.backupSecret(backup.name)),
      `Access to the backups of ${environment}`,
      backup,
    );
  }
  const app = placeRuntime();
  if (made.some(({ path }) => !files.shapeOf(path))) {
    credentials.remarks.forEach(remark =>
      files.note({ repository: 'platform', ...remark }),
    );
    // The entry has all that the cluster reads, and what the app reads besides.
    const { entry } = app.connection;
    if (entry) {
      files.entry(entry);
    }
  }
  return { references: app.references, made };

  function placeRuntime(): {
    readonly references: readonly string[];
    readonly connection: DeclaredSecret;
  } {
    const runtimePath = paths.runtimeSecret(runtime.name);
    if (!('manifest' in runtime)) {
      const name = nameSecretFile(context, paths, runtimePath);
      seal(name, `Keys of the app in ${environment}`, runtime);
      return inSecondSecret();
    }
    const own = paths.credentialManifest(runtime.manifest);
    const claims = claimsOf(runtime, runtimePath, own);
    const [claim] = claims;
    if (claim && target.options.secrets.whenRuntimeSecretExists === 'extra') {
      files.note({
        repository: 'platform',
        kind: 'info',
        path: claim.path,
        text: `${environment}: \`${claim.path}\` stays as it is; the app reads its connection from \`${extraRuntime.name}\`, which comes after it and wins where both have a key.`,
      });
      return inSecondSecret();
    }
    refuseClaims(files, runtime, claims);
    put(runtime);
    return { references: [runtime.name], connection: runtime };
  }
  function inSecondSecret() {
    putSecret(extraRuntime, paths.runtimeSecret(extraRuntime.name));
    return {
      references: [runtime.name, extraRuntime.name],
      connection: extraRuntime,
    };
  }
}
