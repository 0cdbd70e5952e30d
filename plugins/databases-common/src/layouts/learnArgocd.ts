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
import {
  Obstacle,
  RepositoryRef,
  RepositoryRole,
  StatedConvention,
} from '../model';
import { cloneUrl } from './cloneUrl';
import { ArgocdConventions } from './Layout';
import { ApplicationFact } from './readApplications';

const words = {
  namespace: 'namespace of Applications',
  project: 'AppProject',
  repoUrl: 'repository address',
} as const;

const headings = {
  namespace: 'Namespace of Applications',
  project: 'AppProject of Applications',
  repoUrl: 'Repository address in Applications',
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
    readonly role: RepositoryRole;
    /** What they deliver, in words: `databases`. */
    readonly of: string;
    /** When nothing shows it. */
    readonly usualNamespace?: string;
  },
): {
  readonly conventions: ArgocdConventions;
  readonly stated: readonly StatedConvention[];
  readonly obstacles: readonly Obstacle[];
} {
  const { configured, optionNames, repository, role } = options;
  const { usualNamespace = 'argocd' } = options;
  const kin = applications.filter(options.isKin);
  const witnesses = kin.length ? kin : applications.filter(isFromGit);
  const stated: StatedConvention[] = [];
  const obstacles: Obstacle[] = [];

  function agree(
    what: keyof ArgocdConventions,
    claims: readonly { readonly value?: string; readonly file: string }[],
    usual: string,
  ): string {
    if (configured[what] !== undefined) {
      state(what, configured[what], 'configuration');
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
    state(
      what,
      first,
      values.size ? 'files' : 'usual',
      claims.flatMap(({ value, file }) => (value === first ? [file] : [])),
    );
    return first;
  }

  function state(
    what: keyof ArgocdConventions,
    value: string,
    from: StatedConvention['from'],
    evidence: readonly string[] = [],
  ) {
    stated.push({
      repository: role,
      what: `${headings[what]} of ${options.of}`,
      ...{ value, from, evidence },
    });
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
      cloneUrl(repository),
    ),
  };
  return { conventions, stated, obstacles };
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
