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

import { Layout } from '../layouts';
import { RepositoryRole } from '../model';
import { byPromotion, environmentOf, isProduction } from './environmentOf';
import { FileTexts, readHouse } from './HouseFacts';
import { inferTemplate, TemplateSample } from './inferTemplate';
import { layoutQuestion } from './layoutQuestion';
import { learnApps } from './learnApps';
import { learnArgocd } from './learnArgocd';
import { learnBackup } from './learnBackup';
import { learnCertificate } from './learnCertificate';
import { learnClusters } from './learnClusters';
import { learnNames } from './learnNames';
import { learnSecrets } from './learnSecrets';
import { LearnedTarget, LearnedValue } from './LearnedTarget';
import { proposeLayout } from './proposeLayout';

/** Files that are named for one value; more would not convince more. */
const MOST_EVIDENCE = 2;

/**
 * Learns the configuration of a target from all files of its two repositories:
 * environments, names, paths, Argo CD, secrets and backups, each with the files
 * that show it. What contradicts itself becomes a question.
 *
 * @public
 */
export function learnTarget(
  files: { readonly [role in RepositoryRole]: FileTexts },
  layouts: readonly Layout[],
): LearnedTarget {
  const house = readHouse(files);
  const proposal = proposeLayout(layouts, house.paths);
  const [candidate] = proposal.candidates;
  const layout =
    layouts.find(({ id }) => id === candidate?.layout) ?? layouts[0];
  const usual = layout.defaults;
  const values: LearnedValue[] = [];
  const questions: string[] = [];

  if (candidate) {
    add(
      ['layout'],
      layout.id,
      candidate.evidence.map(({ path }) => path),
    );
  }
  const apps = learnApps(house);
  const environments = learnEnvironments();
  const production = environments.find(isProduction) ?? 'prod';
  const clusters = learnClusters(
    house,
    [...new Set(apps.map(({ app }) => app))],
    environments,
    production,
  );

  if (proposal.state === 'unclear') {
    const known = layouts.map(({ id }) => id);
    questions.push(`layout: ${layoutQuestion(proposal, known)}.`);
  }
  const names = learnNames(house, apps, clusters, production);
  const certificate = learnCertificate(house);
  if (certificate && 'question' in certificate) {
    questions.push(certificate.question);
  }
  const lessons = [
    ...names.lessons,
    ...learnArgocd(house, apps, clusters.own),
    ...learnSecrets(house, { apps, clusters: clusters.own }),
    ...learnBackup(house),
    ...(certificate && 'lesson' in certificate ? [certificate.lesson] : []),
  ];
  for (const { path, samples, value, evidence } of lessons) {
    if (samples) {
      template(path, samples, usualAt(path));
    } else {
      add(path, value, evidence ?? []);
    }
  }
  if (clusters.shared.length) {
    add(
      ['options', 'sharedClusters'],
      clusters.shared.map(({ name, namespace, path }) => ({
        name,
        namespace: namespace ?? usual.names.databasesNamespace,
        path,
        environments: mentioned([name, path]),
      })),
      clusters.shared.map(({ path }) => path),
    );
  }
  return { values, layout: proposal, questions, remarks: names.remarks };

  function mentioned(texts: readonly string[]): readonly string[] {
    const found = texts
      .map(environmentOf)
      .find(word => word !== undefined && environments.includes(word));
    return found === undefined ? environments : [found];
  }

  function learnEnvironments(): readonly string[] {
    const shown = new Map<string, string>();
    for (const { environment, path } of apps) {
      shown.set(environment, shown.get(environment) ?? path);
    }
    for (const path of house.paths.platform) {
      const [, word] =
        /(?:^|\/)(?:overlays|stages|environments)\/([^/]+)\//.exec(path) ?? [];
      const name = word === undefined ? undefined : environmentOf(word);
      if (name !== undefined && name === word) {
        shown.set(name, shown.get(name) ?? path);
      }
    }
    const found = [...shown.keys()].sort(byPromotion);
    if (!found.length) {
      questions.push(
        `environments: no Application and no overlay names one; the usual are ${usual.environments.map(({ name }) => name).join(', ')}.`,
      );
      return usual.environments.map(({ name }) => name);
    }
    add(
      ['options', 'environments'],
      found.map(name => ({
        name,
        production: isProduction(name),
        size: isProduction(name) ? 'medium' : 'small',
      })),
      [...shown.values()],
    );
    if (!found.some(isProduction)) {
      questions.push(
        `environments: none of ${found.join(', ')} is called like production; set production: true where it is.`,
      );
    }
    return found;
  }

  function usualAt(path: readonly string[]): string | undefined {
    const found = path
      .slice(1)
      .reduce<unknown>(
        (current, key) => (current as { [key: string]: unknown })?.[key],
        usual,
      );
    return typeof found === 'string' ? found : undefined;
  }

  function template(
    path: readonly string[],
    samples: readonly TemplateSample[],
    preferred?: string,
  ) {
    const inferred = inferTemplate(samples, preferred);
    if (!inferred) {
      return;
    }
    add(path, inferred.template, inferred.evidence);
    const { exceptions, evidence } = inferred;
    if (exceptions.length >= evidence.length) {
      questions.push(
        `${path.slice(1).join('.')}: ${inferred.template} is what ${evidence.join(', ')} shows, but ${exceptions
          .map(({ text, path: file }) => `${file} has ${text}`)
          .join(', ')}.`,
      );
    }
  }

  function add(
    path: readonly string[],
    value: unknown,
    evidence: readonly string[],
  ) {
    values.push({
      path,
      value,
      evidence: [...new Set(evidence)].slice(0, MOST_EVIDENCE),
    });
  }
}
