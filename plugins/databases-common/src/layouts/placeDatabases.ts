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

import { appLabels, namespaceManifest } from '../manifests';
import { Manifest } from '../model';
import { namingTarget, resolveNames } from '../naming';
import { renderYaml } from '../yaml';
import { declaresNamespace } from './declaresNamespace';
import { deliverFile } from './deliverFile';
import { FileDrafts } from './FileDrafts';
import { findTakenCluster } from './findTakenCluster';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { Conventions, DatabaseParts, LayoutContext, Placement } from './Layout';
import { listAbove } from './listAbove';
import { listFile } from './listFile';
import { listsFilesOf } from './listsFilesOf';
import { madeBy } from './madeBy';
import { openSecretsFolder } from './openSecretsFolder';
import { placeAppApplication } from './placeAppApplication';
import { isInSharedCluster } from './isInSharedCluster';
import { placeInCluster } from './placeInCluster';
import { placeDatabaseApplication } from './placeDatabaseApplication';
import { placeDeclared } from './placeDeclared';
import { PlacedSecrets } from './PlacedSecrets';
import { placeSecrets } from './placeSecrets';
import { placeValues } from './placeValues';
import { refuseTransformed } from './refuseTransformed';
import { runsInChart } from './runsInChart';
import { TargetPaths } from './TargetPaths';
import { withCompanions } from './withCompanions';

/**
 * Where a layout puts what belongs to one database with a cluster of its own.
 */
export interface PlacingSteps {
  /** Before its secrets are placed. */
  readonly open?: PlaceStep;
  /** Its manifests, and what delivers them. */
  readonly manifests: PlaceStep;
  /** Whether what delivers the manifests delivers the secrets too. */
  readonly deliversSecrets: boolean;
  /** Where the tool that delivers is another than Argo CD. */
  readonly otherTool?: OtherTool;
}

/** What another tool than Argo CD wants otherwise. */
export interface OtherTool {
  /** Has a new secret listed and decrypted. */
  secret(
    made: PlacedSecrets['made'][number],
    ...database: Parameters<PlaceStep>
  ): void;
  /** Marks an object as Argo CD's annotations do. */
  mark(manifest: Manifest): Manifest;
  /** Has the folder of the database and the app delivered. */
  readonly deliver: PlaceStep;
}

export type PlaceStep = (
  context: LayoutContext,
  conventions: Conventions,
  files: FileDrafts,
  paths: TargetPaths,
  parts: DatabaseParts,
) => void;

/**
 * Places databases as all layouts do: secrets and their namespace, the cluster
 * by the layout's own steps, then the app's values and Application.
 */
export function placeDatabases(
  context: LayoutContext,
  conventions: Conventions,
  databases: readonly DatabaseParts[],
  steps: PlacingSteps,
): Placement {
  const files = new FileDrafts(context.view, conventions.style);
  for (const parts of databases) {
    const { target, app } = context;
    const { environment, names } = parts.database;
    const paths = new TargetPaths(target, app, environment, names);
    const { inChart } = parts.database;
    if (!parts.shared && !inChart) {
      findTakenCluster(context, paths, names).forEach(obstacle =>
        files.obstacle(obstacle),
      );
      steps.open?.(context, conventions, files, paths, parts);
    }
    const { credentials } = parts;
    const secrets =
      credentials.kind === 'sealed'
        ? placeSecrets(context, files, paths, parts, credentials)
        : placeDeclared(context, conventions, files, paths, parts, credentials);
    for (const secret of [...secrets.made].sort(ciphertextFirst)) {
      if (steps.otherTool) {
        const database = [context, conventions, files, paths, parts] as const;
        steps.otherTool.secret(secret, ...database);
        continue;
      }
      listSecret(secret);
      if (parts.shared || !steps.deliversSecrets) {
        deliverFile(context, files, paths, secret, /secret/i);
      }
    }
    if (secrets.made.length) {
      placeNamespace(paths, parts, secrets);
      noteFirstDatabase(paths, parts);
    }
    if (parts.shared) {
      placeInCluster(context, conventions, files, parts, parts.shared);
    } else if (inChart) {
      // Its secrets still have to come from the folder of the app.
      if (steps.deliversSecrets && !steps.otherTool) {
        placeDatabaseApplication(context, conventions, files, paths, parts);
        noteFolder(paths, parts);
      }
    } else {
      const complete = withCompanions(conventions, files, parts);
      steps.manifests(context, conventions, files, paths, complete);
    }
    placeValues(context, conventions, files, paths, parts, secrets.references);
    const deliver = steps.otherTool?.deliver ?? placeAppApplication;
    deliver(context, conventions, files, paths, parts);
  }
  refuseTransformed(files);
  return { ...files.result, standing: standingEnvironments(context) };

  /** Nobody would look for secrets in an Application of databases. */
  function noteFolder(
    { clusterFolder }: TargetPaths,
    { database: { environment, names } }: DatabaseParts,
  ) {
    files.note({
      repository: 'platform',
      kind: 'info',
      path: clusterFolder,
      text: `${environment}: the Argo CD Application \`${names.databaseApplication}\` delivers the namespace and the secrets in ${clusterFolder}; sync it before the app's pull request is merged.`,
    });
  }

  function listSecret({ path, listedAs }: PlacedSecrets['made'][number]) {
    const folder = folderOf(path);
    openSecretsFolder(context, conventions, files, folder, listedAs);
    listBeside(path, listedAs);
  }

  /** A folder without a kustomization may have its files named further up. */
  function listBeside(path: string, listedAs: 'ciphertext' | 'manifest') {
    const folder = folderOf(path);
    const read = (file: string) => files.read('platform', file);
    const top =
      listedAs === 'manifest' && !findKustomization(read, folder)
        ? listsFilesOf(read, folder)
        : undefined;
    if (top === undefined) {
      const name = path.slice(folder.length + 1);
      listFile(files, 'platform', folder, name, listedAs);
    } else {
      listAbove(files, path, top);
    }
  }

  /** A house without databases may have neither their namespace nor an operator. */
  function noteFirstDatabase(paths: TargetPaths, { database }: DatabaseParts) {
    if (database.inChart) {
      return;
    }
    const { bootstrapSecret, databasesNamespace } = database.names;
    const folder = folderOf(paths.bootstrapSecret(bootstrapSecret));
    if (folder === paths.clusterFolder) {
      return;
    }
    if (context.view.platform.list(folder) === undefined) {
      files.note({
        repository: 'platform',
        kind: 'info',
        path: folder,
        text: `${folder} is new: make sure that the namespace ${databasesNamespace} exists, and an operator that watches it.`,
      });
    }
  }

  /** The secret of an app cannot be applied before its namespace stands. */
  function placeNamespace(
    paths: TargetPaths,
    { database }: DatabaseParts,
    { made }: PlacedSecrets,
  ) {
    const { names, labels, annotations, environment, inChart } = database;
    const path = paths.appNamespace;
    const folder = folderOf(path);
    const present = declaresNamespace(
      context.view.platform,
      folder,
      names.appNamespace,
    );
    // The databases namespace is the platform's own, unless each app has one.
    const isPlatforms =
      !inChart &&
      names.appNamespace === names.databasesNamespace &&
      !/\{app/.test(context.target.options.names.databasesNamespace) &&
      folder !== paths.clusterFolder;
    if (present || isPlatforms) {
      return;
    }
    const manifest = namespaceManifest(
      names.appNamespace,
      appLabels(labels),
      annotations,
    );
    files.create(
      {
        repository: 'platform',
        path,
        purpose: `Namespace of the app in ${environment}, before its secret`,
        environment,
      },
      renderYaml([steps.otherTool?.mark(manifest) ?? manifest], {
        ...conventions.style.platform,
        header: madeBy(database),
      }),
    );
    const isOpen = made.some(secret => folderOf(secret.path) === folder);
    // Of a database whose secrets lie elsewhere it is the only file.
    if (!isOpen && !steps.otherTool && !steps.deliversSecrets) {
      openSecretsFolder(context, conventions, files, folder, 'manifest');
    }
    listBeside(path, 'manifest');
  }
}

/** A folder that gets both is opened with what ciphertext needs. */
function ciphertextFirst(
  one: PlacedSecrets['made'][number],
  other: PlacedSecrets['made'][number],
): number {
  return one.listedAs.localeCompare(other.listedAs);
}

function standingEnvironments(context: LayoutContext): readonly string[] {
  const { view, target, app } = context;
  return target.options.environments
    .map(({ name }) => name)
    .filter(environment => {
      const { names } = resolveNames(app, environment, namingTarget(target));
      const paths = new TargetPaths(target, app, environment, names);
      const path = `${paths.clusterFolder}/cluster.yaml`;
      return (
        view.platform.read(path) !== undefined ||
        isInSharedCluster(context, environment) ||
        isInChart(context, environment, paths)
      );
    });
}

function isInChart(
  { view: { app }, target }: LayoutContext,
  environment: string,
  paths: TargetPaths,
): boolean {
  const { inChart, values } = target.options;
  return (
    inChart.environments.includes(environment) &&
    runsInChart(
      app.read(paths.values),
      app.read(`${paths.chart}/values.yaml`),
      values.chartKey,
    )
  );
}
