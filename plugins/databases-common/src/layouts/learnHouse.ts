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
import { NameEvidence, namingTarget, resolveNames } from '../naming';
import { RepositoryView } from '../planning';
import { cloneUrl } from './cloneUrl';
import { findAppApplicationSet } from './findAppApplicationSet';
import { findApplicationSet, soleName } from './findApplicationSet';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { ArgocdConventions, Conventions, LayoutContext } from './Layout';
import { learnArgocd } from './learnArgocd';
import { learnAllCompanions } from './learnAllCompanions';
import { leadsToTarget } from './leadsToTarget';
import { learnStyle } from './learnStyle';
import { mergeStated } from './mergeStated';
import { ApplicationFact, readApplications } from './readApplications';
import { ApplicationSetFact } from './readApplicationSets';
import { stateSet } from './stateSet';
import { TargetPaths } from './TargetPaths';
import { yamlFilesIn } from './yamlFilesIn';

/** Files of a kind that are read to learn from; more would not teach more. */
const MOST_SIBLINGS = 5;
const MOST_SIBLINGS_PER_ENVIRONMENT = 3;

/**
 * Learns from the Applications and clusters that stand beside the ones to make.
 */
export function learnHouse(context: LayoutContext): Conventions {
  const { view, environments } = context;
  const apps = environments.map(environment => ({
    environment,
    ...learnAppApplications(context, environment),
  }));
  const databases = learnDatabaseApplications(
    context,
    apps[0].conventions.namespace,
  );
  const beside = learnAllCompanions(context);
  const style = {
    platform: learnStyle(view, 'platform', [
      ...kustomizationsBeside(context),
      ...databases.siblings,
    ]),
    app: learnStyle(
      view,
      'app',
      apps.flatMap(({ siblings }) => siblings),
    ),
  };
  return {
    names: Object.fromEntries(
      apps.map(({ environment, names }) => [environment.name, names]),
    ),
    delivery: {
      tool: 'argocd',
      databases: databases.conventions,
      apps: Object.fromEntries(
        apps.map(({ environment, conventions }) => [
          environment.name,
          conventions,
        ]),
      ),
    },
    style: { platform: style.platform.style, app: style.app.style },
    companions: beside.companions,
    stated: mergeStated([
      ...databases.stated,
      ...beside.stated,
      ...apps.flatMap(({ stated }) => stated),
      ...style.platform.stated,
      ...style.app.stated,
    ]),
    obstacles: [
      ...databases.obstacles,
      ...beside.obstacles,
      ...apps.flatMap(({ obstacles }) => obstacles),
    ].filter(
      (obstacle, index, all) =>
        all.findIndex(
          other =>
            JSON.stringify(other.params) === JSON.stringify(obstacle.params),
        ) === index,
    ),
  };
}

interface Learned {
  readonly siblings: readonly string[];
  readonly conventions: ArgocdConventions;
  readonly stated: Conventions['stated'];
  readonly obstacles: Conventions['obstacles'];
}

function learnDatabaseApplications(
  context: LayoutContext,
  usualNamespace: string,
): Learned {
  const { view, target } = context;
  const { argocd } = target.options;
  const paths = pathsOf(context, context.environments[0]);
  const folder = folderOf(paths.databaseApplication);
  const clusters = folderOf(paths.clusterFolder);
  const answer = findApplicationSet(
    view.platform,
    folder,
    paths.clusterFolder,
    leadsToTarget(target, 'platform'),
  );
  if (answer.state !== 'none') {
    return learnFromSet(context, answer.set, usualNamespace);
  }
  const siblings = yamlFilesIn(
    view.platform,
    folder,
    namePattern(target.options.names.databaseApplication),
    MOST_SIBLINGS,
  );
  return {
    siblings,
    ...learnArgocd(read(view.platform, siblings), {
      isKin: ({ sources }) =>
        sources.some(
          ({ path }) => path !== undefined && folderOf(path) === clusters,
        ),
      configured: {
        namespace: argocd.namespace,
        project: argocd.platformProject,
        repoUrl: argocd.platformRepoUrl,
      },
      optionNames: {
        namespace: 'argocd.namespace',
        project: 'argocd.platformProject',
        repoUrl: 'argocd.platformRepoUrl',
      },
      repository: target.platform,
      role: 'platform',
      of: 'databases',
      usualNamespace,
    }),
  };
}

/** Nobody writes an Application where a set makes it of a folder. */
function learnFromSet(
  { target }: LayoutContext,
  set: ApplicationSetFact,
  usualNamespace: string,
): Learned {
  const { file, namespace, application } = set;
  const { repoUrl = cloneUrl(target.platform) } =
    application.sources.find(
      source =>
        source.path !== undefined &&
        leadsToTarget(target, 'platform')(source.repoUrl),
    ) ?? {};
  return {
    siblings: [file],
    conventions: {
      namespace: namespace ?? usualNamespace,
      project: application.project ?? 'default',
      repoUrl,
    },
    stated: [stateSet(set, 'platform', 'databases')],
    obstacles: [],
  };
}

function learnAppApplications(
  context: LayoutContext,
  environment: TargetEnvironment,
): Learned & { readonly names: NameEvidence } {
  const { view, target } = context;
  const { argocd } = target.options;
  const paths = pathsOf(context, environment);
  const own = readApplications(
    paths.appApplication,
    view.app.read(paths.appApplication),
  ).find(application => deliversValues(application, paths.chart));
  const siblings = appSiblings(context, paths.appApplication);
  const known = [...(own ? [own] : []), ...read(view.app, siblings)];
  const databaseApplication = soleName(
    findApplicationSet(
      view.platform,
      folderOf(paths.databaseApplication),
      paths.clusterFolder,
      leadsToTarget(target, 'platform'),
    ),
  );
  const generated = findAppApplicationSet(context, paths);
  const appApplication = own?.name ?? soleName(generated.answer);
  return {
    siblings,
    names: {
      ...(databaseApplication && { databaseApplication }),
      ...(own?.destinationNamespace && {
        appNamespace: own.destinationNamespace,
      }),
      ...(appApplication && { appApplication }),
    },
    ...learnArgocd(known, {
      isKin: application => deliversValues(application, paths.chart),
      configured: {
        namespace: argocd.namespace,
        project: argocd.appProject,
        repoUrl: argocd.appRepoUrl,
      },
      optionNames: {
        namespace: 'argocd.namespace',
        project: 'argocd.appProject',
        repoUrl: 'argocd.appRepoUrl',
      },
      repository: target.app,
      role: 'app',
      of: 'apps',
    }),
    // Nobody writes one, so nothing of one has to be learned.
    ...(!own &&
      generated.answer.state === 'made' && {
        stated: [stateSet(generated.answer.set, generated.repository, 'apps')],
        obstacles: [],
      }),
  };
}

/** Applications of the same environment; of another one when it has none yet. */
function appSiblings(
  { view, target }: LayoutContext,
  path: string,
): readonly string[] {
  const folder = folderOf(path);
  const pattern = namePattern(target.options.paths.appApplication);
  const parent = view.app.list(folderOf(folder)) ?? [];
  const others = parent
    .filter(name => name.endsWith('/'))
    .map(name => `${folderOf(folder)}/${name.slice(0, -1)}`)
    .filter(other => other !== folder);
  const near = yamlFilesIn(
    view.app,
    folder,
    pattern,
    MOST_SIBLINGS_PER_ENVIRONMENT,
  );
  const [other] = others;
  return near.length || other === undefined
    ? near
    : yamlFilesIn(view.app, other, pattern, MOST_SIBLINGS_PER_ENVIRONMENT);
}

/** Those of other databases and the one that lists them, for their style. */
function kustomizationsBeside(context: LayoutContext): readonly string[] {
  const { clusterFolder } = pathsOf(context, context.environments[0]);
  const parent = folderOf(clusterFolder);
  const { platform } = context.view;
  const beside = (platform.list(parent) ?? [])
    .filter(name => name.endsWith('/'))
    .slice(0, 2)
    .map(name => `${parent}/${name.slice(0, -1)}`);
  return [...beside, parent].flatMap(
    folder =>
      findKustomization(path => platform.read(path), folder)?.path ?? [],
  );
}

function pathsOf(
  { target, app }: LayoutContext,
  environment: TargetEnvironment,
): TargetPaths {
  const { names } = resolveNames(app, environment.name, namingTarget(target));
  return new TargetPaths(target, app, environment.name, names);
}

function read(
  view: RepositoryView,
  files: readonly string[],
): readonly ApplicationFact[] {
  return files.flatMap(file => readApplications(file, view.read(file)));
}

function deliversValues({ sources }: ApplicationFact, chart: string): boolean {
  return sources.some(
    ({ path, valueFiles }) => path === chart || valueFiles.length > 0,
  );
}

/** File names that a template could have led to. */
function namePattern(template: string): RegExp {
  const name = template.slice(template.lastIndexOf('/') + 1);
  const escaped = name
    .replace(/\.ya?ml$/, '')
    .split(/\{[^{}]*\}/)
    .map(literal => literal.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${escaped}\\.ya?ml$`);
}
