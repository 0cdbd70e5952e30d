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
import { applicationManifest } from '../manifests';
import { renderYaml } from '../yaml';
import { allowDestination } from './allowDestination';
import { argocdFiles } from './argocdFiles';
import { deliver } from './deliver';
import { FileDrafts } from './FileDrafts';
import { hasPlaceholders } from './fillPlaceholders';
import { findApplicationSet, SetAnswer } from './findApplicationSet';
import { folderOf } from './folderOf';
import { Conventions, DatabaseParts, LayoutContext } from './Layout';
import { leadsToTarget } from './leadsToTarget';
import { madeBy } from './madeBy';
import { readApplications } from './readApplications';
import { refuseKustomized } from './refuseKustomized';
import { TargetPaths } from './TargetPaths';

/** Deletes what an Application delivered along with it. */
const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/**
 * The Argo CD Application that delivers one database. One that is there is left
 * alone; when it would not do its work, that is said.
 */
export function placeDatabaseApplication(
  context: LayoutContext,
  { delivery, style }: Conventions,
  files: FileDrafts,
  paths: TargetPaths,
  { database }: DatabaseParts,
): void {
  if (delivery.tool !== 'argocd') {
    return;
  }
  const house = delivery.databases;
  const { target, view } = context;
  const { argocd } = target.options;
  const { names, environment } = database;
  const path = paths.databaseApplication;
  const answer = findApplicationSet(
    view.platform,
    folderOf(path),
    paths.clusterFolder,
    leadsToTarget(target, 'platform'),
  );
  if (answer.state === 'made') {
    allowGenerated(answer);
    return;
  }
  const place = {
    repository: 'platform' as const,
    path,
    purpose: database.inChart
      ? `Argo CD Application of the app's folder of ${environment}`
      : `Argo CD Application of the database of ${environment}`,
    environment,
  };
  const existing = view.platform.read(path);
  if (existing !== undefined) {
    files.keep(place);
    const facts = readApplications(path, existing);
    if (facts.some(({ finalizers }) => finalizers.includes(FINALIZER))) {
      files.obstacle({
        rule: 'effective-delete-guard',
        ...violation('effectiveDeleteGuard.finalizer', {
          object: `Application ${names.databaseApplication}`,
          path,
        }),
        evidence: [{ object: path, field: 'metadata.finalizers' }],
      });
    }
    const delivers = facts.some(
      ({ sources, destinationNamespace }) =>
        destinationNamespace === names.databasesNamespace &&
        sources.some(source => source.path === paths.clusterFolder),
    );
    if (!delivers) {
      files.note({
        repository: 'platform',
        kind: 'todo',
        path,
        text: `${path} exists and is left alone, but it does not deliver ${paths.clusterFolder} to the namespace ${names.databasesNamespace}: correct its source.path and destination.namespace.`,
      });
    }
    return;
  }
  if (answer.state === 'lacking') {
    const { set, sibling } = answer;
    files.obstacle({
      rule: 'clear-conventions',
      ...violation('conventions.setLacks', {
        path: set.file,
        ...{ set: set.name, sibling },
        folder: paths.clusterFolder,
      }),
      evidence: [{ object: set.file, field: 'spec.generators' }],
    });
    return;
  }
  const destination = {
    server: argocd.destinationServer,
    namespace: names.databasesNamespace,
  };
  files.create(
    place,
    renderYaml(
      [
        applicationManifest({
          name: names.databaseApplication,
          argocdNamespace: house.namespace,
          project: house.project,
          repoUrl: house.repoUrl,
          branch: target.platform.branch,
          path: paths.clusterFolder,
          destination,
          labels: database.labels,
          annotations: {
            ...database.annotations,
            // Without it, defaults that the operator fills in show as differences.
            'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
          },
          ...(argocd.automatedDatabases && {
            automated: { prune: false, selfHeal: true },
          }),
        }),
      ],
      { ...style.platform, header: madeBy(database) },
    ),
  );
  deliver(context, files, paths, {
    repository: 'platform',
    path,
    project: house.project,
    destination,
  });

  function allowGenerated({
    set,
    applications,
  }: SetAnswer & { readonly state: 'made' }) {
    for (const { name, project, namespace, kustomize } of applications) {
      if (kustomize) {
        refuseKustomized(
          files,
          kustomize,
          { file: set.file, source: 'spec.template.spec.source' },
          {
            objects: [`${paths.clusterFolder}/*`],
            namespace: names.databasesNamespace,
            isNamed: true,
          },
        );
      }
      if (!hasPlaceholders(project)) {
        allowDestination(files, argocdFiles(context, paths, 'platform'), {
          repository: 'platform',
          project,
          destination: {
            server: argocd.destinationServer,
            namespace: names.databasesNamespace,
          },
        });
      }
      if (
        namespace !== undefined &&
        !hasPlaceholders(namespace) &&
        namespace !== names.databasesNamespace
      ) {
        files.note({
          repository: 'platform',
          kind: 'todo',
          path: set.file,
          text: `${set.file} makes the Application ${name} for the namespace ${namespace}, but the database is in ${names.databasesNamespace}: see that both are the same.`,
        });
      }
    }
    const made = applications.map(({ name }) => name);
    if (made.join() !== names.databaseApplication) {
      files.note({
        repository: 'platform',
        kind: 'info',
        path: set.file,
        text: `${environment}: the ApplicationSet ${set.name} in ${set.file} makes the Application of ${paths.clusterFolder} and calls it ${made.map(name => `\`${name}\``).join(' and ')}; that is meant where \`${names.databaseApplication}\` is spoken of.`,
      });
    }
  }
}
