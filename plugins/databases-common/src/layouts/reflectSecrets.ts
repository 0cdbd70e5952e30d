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

import { SealedCredentials } from '../credentials';
import { DatabaseDraft, SecretDraft } from '../model';
import { FileDrafts } from './FileDrafts';
import { findClaims } from './findClaims';
import { folderOf } from './folderOf';
import { isReflectedInto } from './isReflectedInto';
import { LayoutContext } from './Layout';
import { learnReflection } from './learnReflection';
import { nameSecretFile } from './nameSecretFile';
import { readDocuments } from './readDocuments';
import { refuseClaims } from './refuseClaims';
import { secretMetadata } from './secretMetadata';
import { TargetPaths } from './TargetPaths';

/** The secrets of a database, and where those that the app reads go. */
export type ReflectedSecrets = SealedCredentials & {
  runtimePath(secret: string): string;
};

/**
 * Where neighbors have Reflector copy the Secrets of apps out of the databases
 * namespace, the new ones lie there too, with the same annotations. A runtime
 * secret that the app has already, or gets from there by a copy, stays where it
 * is, whatever neighbors do.
 */
export function reflectSecrets(
  context: LayoutContext,
  files: FileDrafts,
  paths: TargetPaths,
  { environment, names, inChart }: DatabaseDraft,
  credentials: SealedCredentials,
): ReflectedSecrets {
  const { platform } = context.view;
  const { bootstrap, runtime, extraRuntime } = credentials;
  const { databasesNamespace, appNamespace } = names;
  const runtimePath = (secret: string) => paths.runtimeSecret(secret);
  const direct = nameSecretFile(context, paths, runtimePath(runtime.name)).path;
  if (
    inChart ||
    databasesNamespace === appNamespace ||
    platform.read(direct) !== undefined
  ) {
    return { ...credentials, runtimePath };
  }
  const runtimeKept = keep(runtime);
  const { whenRuntimeSecretExists } = context.target.options.secrets;
  const extraKept =
    whenRuntimeSecretExists === 'extra' ? keep(extraRuntime) : undefined;
  const forBootstrap = learn('bootstrapSecret', bootstrap.name);
  const forRuntime = learn('runtimeSecret', runtime.name);
  if (runtimeKept || forRuntime) {
    // What makes it in the namespace of the app is never overwritten by a copy.
    refuseClaims(files, runtime, findClaims(context, runtime, [direct]));
  }
  return {
    ...credentials,
    bootstrap: annotate(bootstrap, forBootstrap?.annotations),
    runtime: runtimeKept ?? move(runtime),
    extraRuntime: extraKept ?? move(extraRuntime),
    runtimePath: secret =>
      forRuntime || [runtimeKept, extraKept].some(kept => kept?.name === secret)
        ? paths.bootstrapSecret(secret)
        : runtimePath(secret),
  };

  /** A Secret beside the database that is copied to the app as it stands. */
  function keep(secret: SecretDraft): SecretDraft | undefined {
    const { path } = nameSecretFile(
      context,
      paths,
      paths.bootstrapSecret(secret.name),
    );
    const folder = folderOf(path);
    // The folder is listed anyway, and mostly there is no such file.
    const isThere = platform
      .list(folder)
      ?.includes(path.slice(folder.length + 1));
    const standing = readDocuments(isThere ? platform.read(path) : undefined)
      .flatMap(document => secretMetadata(document) ?? [])
      .find(
        ({ name, annotations }) =>
          name === secret.name && isReflectedInto(annotations, appNamespace),
      );
    const { namespace = databasesNamespace } = standing ?? {};
    return standing && { ...secret, namespace };
  }

  function learn(role: 'bootstrapSecret' | 'runtimeSecret', secret: string) {
    const path = paths.bootstrapSecret(secret);
    const learned = learnReflection(
      context,
      environment,
      role,
      folderOf(path),
      appNamespace,
    );
    const isSilent = learned.state === 'none' && !learned.note;
    // What stands is kept as it is, and nothing is to be said of it.
    if (
      !isSilent &&
      platform.read(nameSecretFile(context, paths, path).path) === undefined
    ) {
      say(learned);
    }
    return learned.state === 'clear' ? learned : undefined;
  }

  function say(learned: ReturnType<typeof learnReflection>) {
    if (learned.state === 'unclear') {
      files.obstacle(learned.obstacle);
    } else if (learned.state === 'clear') {
      files.state(learned.stated);
    } else if (learned.note) {
      files.note(learned.note);
    }
  }

  function move(secret: SecretDraft): SecretDraft {
    if (!forRuntime) {
      return secret;
    }
    const { namespace = databasesNamespace, annotations } = forRuntime;
    return { ...annotate(secret, annotations), namespace };
  }
}

function annotate(
  secret: SecretDraft,
  annotations: SecretDraft['annotations'] = {},
): SecretDraft {
  return { ...secret, annotations: { ...secret.annotations, ...annotations } };
}
