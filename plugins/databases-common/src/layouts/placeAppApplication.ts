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
import { applicationManifest, appLabels } from '../manifests';
import { renderYaml } from '../yaml';
import { allowDestination } from './allowDestination';
import { argocdFiles } from './argocdFiles';
import { deliver } from './deliver';
import { hasPlaceholders } from './fillPlaceholders';
import { FileDrafts } from './FileDrafts';
import { findAppApplicationSet } from './findAppApplicationSet';
import { SetAnswer } from './findApplicationSet';
import { Conventions, DatabaseParts, LayoutContext } from './Layout';
import { madeBy } from './madeBy';
import { readsHelmSecrets } from './readsHelmSecrets';
import { readApplications } from './readApplications';
import { relativePath } from './relativePath';
import { resolvePath } from './resolvePath';
import { TargetPaths } from './TargetPaths';

/**
 * The Argo CD Application that delivers the app in one environment. One that is
 * there is left alone; when it would not pick the values up, that is said.
 */
export function placeAppApplication(
  context: LayoutContext,
  { delivery, style }: Conventions,
  files: FileDrafts,
  paths: TargetPaths,
  { database }: DatabaseParts,
): void {
  if (delivery.tool !== 'argocd') {
    return;
  }
  const { target, view } = context;
  const { names, environment, production } = database;
  const path = paths.appApplication;
  const place = {
    repository: 'app' as const,
    path,
    purpose: `Argo CD Application of the app in ${environment}`,
    environment,
  };
  const existing = view.app.read(path);
  if (existing !== undefined) {
    files.keep(place);
    const facts = readApplications(path, existing);
    const delivers = facts.some(
      ({ sources, destinationNamespace }) =>
        destinationNamespace === names.appNamespace &&
        sources.some(({ path: chart, valueFiles }) =>
          valueFiles.some(
            file => resolvePath(chart ?? '', file) === paths.values,
          ),
        ),
    );
    if (facts.some(({ sources }) => sources.some(readsHelmSecrets))) {
      files.note({
        repository: 'app',
        kind: 'todo',
        path,
        text: `${environment}: ${path} has helm-secrets decrypt values. If they set ${target.options.secrets.uriKey}, it is taken out of them: with it, the app stays with the database that it has.`,
      });
    }
    if (!delivers) {
      files.note({
        repository: 'app',
        kind: 'todo',
        path,
        text: `${path} exists and is left alone, but it does not deliver ${paths.values} to the namespace ${names.appNamespace}: correct its valueFiles and destination.namespace.`,
      });
    }
    return;
  }
  const { answer } = findAppApplicationSet(context, paths);
  if (answer.state !== 'none') {
    followSet(answer);
    return;
  }
  const house = delivery.apps[environment];
  const destination = {
    server: target.options.argocd.destinationServer,
    namespace: names.appNamespace,
  };
  files.create(
    place,
    renderYaml(
      [
        applicationManifest({
          name: names.appApplication,
          argocdNamespace: house.namespace,
          project: house.project,
          repoUrl: house.repoUrl,
          branch: target.app.branch,
          path: paths.chart,
          // Later files win: the image layer first, our values on top.
          valueFiles: [paths.releaseValues, paths.values].map(file =>
            relativePath(paths.chart, file),
          ),
          destination,
          labels: appLabels(database.labels),
          annotations: database.annotations,
          automated: { prune: true, selfHeal: production },
          ...(production && { syncOptions: ['CreateNamespace=true'] }),
        }),
      ],
      { ...style.app, header: madeBy(database) },
    ),
  );
  noteRelease();
  deliver(context, files, paths, {
    repository: 'app',
    path,
    project: house.project,
    destination,
  });

  function noteRelease() {
    if (view.app.read(paths.releaseValues) === undefined) {
      files.note({
        repository: 'app',
        kind: 'todo',
        path: paths.releaseValues,
        text: `${paths.releaseValues} does not exist: the app's own release pipeline writes the image there, and Argo CD cannot render the chart without it.`,
      });
    }
  }

  /** Nobody writes an Application where a set makes it of the values. */
  function followSet(found: Exclude<SetAnswer, { readonly state: 'none' }>) {
    const { set } = found;
    if (found.state === 'unclear') {
      files.obstacle({
        rule: 'clear-conventions',
        ...violation('conventions.setGlob', {
          ...{ path: set.file, set: set.name, file: paths.values },
        }),
        evidence: [{ object: set.file, field: 'spec.generators' }],
      });
      return;
    }
    if (found.state === 'lacking') {
      files.obstacle({
        rule: 'clear-conventions',
        ...violation('conventions.setLacks', {
          ...{ path: set.file, set: set.name, sibling: found.sibling },
          folder: paths.values,
        }),
        evidence: [{ object: set.file, field: 'spec.generators' }],
      });
      return;
    }
    const made = found.applications.map(({ name }) => `\`${name}\``);
    files.note({
      repository: 'app',
      kind: 'info',
      path: paths.values,
      text: `${environment}: the ApplicationSet ${set.name} in ${set.file} makes the Application ${made.join(' and ')} of ${paths.values}; this pull request writes none.`,
    });
    noteRelease();
    for (const { name, namespace, project } of found.applications) {
      if (!hasPlaceholders(project)) {
        allowDestination(files, argocdFiles(context, paths, 'app'), {
          ...{ repository: 'app', project },
          destination: {
            server: target.options.argocd.destinationServer,
            namespace: names.appNamespace,
          },
        });
      }
      if (
        namespace !== undefined &&
        !hasPlaceholders(namespace) &&
        namespace !== names.appNamespace
      ) {
        files.note({
          repository: 'app',
          kind: 'todo',
          path: paths.values,
          text: `${set.file} puts the Application ${name} into the namespace ${namespace}, but its Secrets are in ${names.appNamespace}: see that both are the same.`,
        });
      }
    }
  }
}
