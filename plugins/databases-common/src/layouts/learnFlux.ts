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

import { TargetEnvironment } from '../model';
import { namingTarget, resolveNames } from '../naming';
import { chooseRelease } from './chooseRelease';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { Conventions, FluxConventions, LayoutContext } from './Layout';
import { learnAllCompanions } from './learnAllCompanions';
import { learnFluxEnvironment } from './learnFluxEnvironment';
import { learnStyle } from './learnStyle';
import { mergeStated } from './mergeStated';
import { readHelmReleases } from './readHelmReleases';
import { TargetPaths } from './TargetPaths';
import { yamlFilesIn } from './yamlFilesIn';

/** Kustomizations of one Kubernetes cluster; a house has a dozen or two. */
const MOST_KUSTOMIZATIONS = 25;
/** Folders that they are sorted into. */
const MOST_FOLDERS = 6;
const TELLING = /cnpg|cloudnative|database|postgres|apps|secret/i;
const MOST_RELEASES = 3;

/**
 * Learns from the Kustomizations of the Kubernetes cluster of each environment,
 * and from the HelmReleases beside the app's.
 */
export function learnFlux(context: LayoutContext): Conventions {
  const learned = context.environments.map(environment => {
    const files = filesOf(context, environment);
    return {
      environment: environment.name,
      ...files,
      ...learnFluxEnvironment(context, files),
    };
  });
  const beside = learnAllCompanions(context);
  const style = {
    platform: learnStyle(
      context.view,
      'platform',
      learned.flatMap(({ kustomizations, lists }) => [
        ...lists,
        ...kustomizations,
      ]),
    ),
    app: learnStyle(
      context.view,
      'app',
      learned.flatMap(({ releases }) => releases),
    ),
  };
  return {
    names: Object.fromEntries(
      learned.map(({ environment, names }) => [environment, names]),
    ),
    delivery: {
      tool: 'flux',
      environments: Object.fromEntries(
        learned.map(
          ({ environment, conventions }): [string, FluxConventions] => [
            environment,
            conventions,
          ],
        ),
      ),
    },
    style: { platform: style.platform.style, app: style.app.style },
    companions: beside.companions,
    stated: mergeStated([
      ...learned.flatMap(({ stated }) => stated),
      ...beside.stated,
      ...style.platform.stated,
      ...style.app.stated,
    ]),
    obstacles: [
      ...learned.flatMap(({ obstacles }) => obstacles),
      ...beside.obstacles,
    ],
  };
}

/** Where to look for what one environment shows. */
function filesOf(
  { view, target, app }: LayoutContext,
  environment: TargetEnvironment,
) {
  const { names } = resolveNames(app, environment.name, namingTarget(target));
  const paths = new TargetPaths(target, app, environment.name, names);
  const folder = folderOf(paths.databaseApplication);
  // What `flux bootstrap` writes: the Kustomization that reads all the others.
  const bootstrap = `${folder}/flux-system/gotk-sync.yaml`;
  const list = findKustomization(
    path => view.platform.read(path),
    folderOf(paths.clusterFolder),
  );
  const subfolders = (view.platform.list(folder) ?? [])
    .filter(name => name.endsWith('/') && name !== 'flux-system/')
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, MOST_FOLDERS)
    .map(name => `${folder}/${name.slice(0, -1)}`);
  const releases = yamlFilesIn(
    view.app,
    folderOf(paths.appApplication),
    new RegExp(`^${app}\\.`),
    MOST_RELEASES,
  );
  return {
    paths,
    /** Where folders beside the database's are named. */
    lists: list ? [list.path] : [],
    kustomizations: [
      ...(view.platform.read(bootstrap) === undefined ? [] : [bootstrap]),
      ...[folder, ...subfolders]
        .flatMap(place =>
          yamlFilesIn(view.platform, place, TELLING, MOST_KUSTOMIZATIONS),
        )
        .slice(0, MOST_KUSTOMIZATIONS),
    ],
    releases,
    own: chooseRelease(
      readHelmReleases(
        paths.appApplication,
        view.app.read(paths.appApplication),
      ),
      paths.chart,
      names.appApplication,
    ),
  };
}

function rank(name: string): number {
  return TELLING.test(name) ? 0 : 1;
}
