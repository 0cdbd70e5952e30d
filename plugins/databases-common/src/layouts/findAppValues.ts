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

import { DatabaseDraft } from '../model';
import { renderYaml } from '../yaml';
import { SECRET_KEYS } from '../yaml/SecretDialect';
import { applyPatch } from './applyPatch';
import { chooseRelease } from './chooseRelease';
import { LayoutContext } from './Layout';
import { Fields, isFields } from './mergePatch';
import { readDocuments } from './readDocuments';
import { HelmReleaseFact, readHelmReleases } from './readHelmReleases';
import { TargetPaths } from './TargetPaths';

/** Where the app says what it loads. */
export interface AppValues {
  readonly path: string;
  /** Name of the HelmRelease that has them in itself. Left out: a values file. */
  readonly release?: string;
  /** As a values file. Left out: there are none yet. */
  readonly text?: string;
  /** What applies where they say nothing, as a values file. */
  readonly defaults?: string;
  /** What may say how Secrets are loaded, and is not in the repository. */
  readonly unread?: readonly string[];
}

/**
 * The values of an app in one environment: a file, or the HelmRelease that has
 * them in itself. What a HelmRelease says wins over every file, so it is changed
 * where it says something about Secrets or the database, and where it reads no
 * files.
 */
export function findAppValues(
  { view: { app }, target }: LayoutContext,
  paths: TargetPaths,
  { names, inChart }: Pick<DatabaseDraft, 'names' | 'inChart'>,
): AppValues {
  const { chartKey } = target.options.values;
  const release = inChart ? undefined : releaseOf(names.appApplication);
  const says = release !== undefined && saysSecrets(release);
  const unread =
    release?.valuesFrom.length && !says ? { unread: release.valuesFrom } : {};
  if (!release || !(says || release.valuesFiles.length === 0)) {
    return {
      ...unread,
      path: paths.values,
      text: app.read(paths.values),
      defaults: app.read(`${paths.chart}/values.yaml`),
    };
  }
  const { name, values, valuesFiles, chart = paths.chart } = release;
  // Named files take the place of the chart's own.
  const layers = valuesFiles.length ? valuesFiles : [`${chart}/values.yaml`];
  const known = layers.flatMap(file => readDocuments(app.read(file)));
  return {
    ...unread,
    path: paths.appApplication,
    release: name,
    ...(values && { text: renderYaml([values]) }),
    ...(known.length && {
      defaults: renderYaml([known.reduce<Fields>(applyPatch, {})]),
    }),
  };

  function releaseOf(wanted: string): HelmReleaseFact | undefined {
    const path = paths.appApplication;
    const found = readHelmReleases(path, app.read(path));
    return chooseRelease(found, paths.chart, wanted);
  }

  function saysSecrets({ values: own = {} }: HelmReleaseFact): boolean {
    const nested = chartKey === undefined ? undefined : own[chartKey];
    return [own, ...(isFields(nested) ? [nested] : [])].some(scope =>
      [...SECRET_KEYS, 'postgres'].some(key => Object.hasOwn(scope, key)),
    );
  }
}
