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
import { Obstacle, RepositoryRef } from '../model';
import { ArgocdConventions } from './Layout';
import { ApplicationFact } from './readApplications';

const words = {
  namespace: 'namespace of Applications',
  project: 'AppProject',
  repoUrl: 'repository address',
} as const;

/**
 * How Applications of one kind look, from those that are there.
 *
 * Applications of the same kind decide when there are some; otherwise all do.
 * What the target configures is not learned, and what nothing shows gets the
 * usual value. Where they disagree, that is an obstacle.
 *
 * @param options.isKin - whether an Application delivers the same kind of thing
 */
export function learnArgocd(
  applications: readonly ApplicationFact[],
  options: {
    readonly isKin: (application: ApplicationFact) => boolean;
    readonly configured: Partial<ArgocdConventions>;
    /** Names of the options that decide, for what to do. */
    readonly optionNames: { readonly [key in keyof ArgocdConventions]: string };
    readonly repository: RepositoryRef;
    /** When nothing shows it. */
    readonly usualNamespace?: string;
  },
): {
  readonly conventions: ArgocdConventions;
  readonly obstacles: readonly Obstacle[];
} {
  const { configured, optionNames, repository } = options;
  const { usualNamespace = 'argocd' } = options;
  const kin = applications.filter(options.isKin);
  const witnesses = kin.length ? kin : applications.filter(isFromGit);
  const obstacles: Obstacle[] = [];

  function agree(
    what: keyof ArgocdConventions,
    claims: readonly { readonly value?: string; readonly file: string }[],
    usual: string,
  ): string {
    if (configured[what] !== undefined) {
      return configured[what];
    }
    const values = new Map<string, string>();
    for (const { value, file } of claims) {
      if (value !== undefined && !values.has(value)) {
        values.set(value, file);
      }
    }
    if (values.size > 1) {
      obstacles.push({
        rule: 'clear-conventions',
        ...violation('conventions.contradictory', {
          what: words[what],
          evidence: [...values].map(([value, file]) => `${value} in ${file}`),
          option: optionNames[what],
        }),
      });
    }
    const [first = usual] = values.keys();
    return first;
  }

  const conventions = {
    namespace: agree(
      'namespace',
      applications.map(({ namespace, file }) => ({ value: namespace, file })),
      usualNamespace,
    ),
    project: agree(
      'project',
      witnesses.map(({ project, file }) => ({ value: project, file })),
      'default',
    ),
    repoUrl: agree(
      'repoUrl',
      witnesses.flatMap(({ sources, file }) =>
        sources
          .filter(({ path, repoUrl }) =>
            kin.length ? path : path && isRepository(repoUrl, repository),
          )
          .map(({ repoUrl }) => ({ value: repoUrl, file })),
      ),
      `https://${repository.host}/${repository.owner}/${repository.repo}.git`,
    ),
  };
  return { conventions, obstacles };
}

function isFromGit({ sources }: ApplicationFact): boolean {
  return sources.some(({ path }) => path !== undefined);
}

/** Mirrors and ssh addresses of a repository end in the same name. */
function isRepository(
  repoUrl: string | undefined,
  { repo }: RepositoryRef,
): boolean {
  return repoUrl?.replace(/(\.git)?\/?$/, '').endsWith(`/${repo}`) ?? false;
}
