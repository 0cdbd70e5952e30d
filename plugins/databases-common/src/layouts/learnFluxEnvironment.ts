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
import { NameEvidence } from '../naming';
import { folderOf } from './folderOf';
import { FluxConventions, LayoutContext } from './Layout';
import { leadsTo } from './leadsTo';
import {
  FluxKustomization,
  readFluxKustomizations,
} from './readFluxKustomizations';
import { readGitRepositories } from './readGitRepositories';
import { HelmReleaseFact, readHelmReleases } from './readHelmReleases';
import { TargetPaths } from './TargetPaths';

/** What the operator's Kustomization is called like, or its folder. */
const OPERATOR = /cnpg|cloudnative-?pg/i;

/**
 * How Flux delivers in the Kubernetes cluster of one environment. Kustomizations
 * of folders beside that of the database decide; otherwise all of the repository
 * do.
 */
export function learnFluxEnvironment(
  { view, target }: LayoutContext,
  found: {
    readonly paths: TargetPaths;
    readonly kustomizations: readonly string[];
    readonly releases: readonly string[];
    readonly own?: HelmReleaseFact;
  },
): {
  readonly conventions: FluxConventions;
  readonly names: NameEvidence;
  readonly stated: readonly StatedConvention[];
  readonly obstacles: readonly Obstacle[];
} {
  const { paths, own } = found;
  const { flux } = target.options;
  const stated: StatedConvention[] = [];
  const obstacles: Obstacle[] = [];
  const all = found.kustomizations.flatMap(file =>
    readFluxKustomizations(file, view.platform.read(file)),
  );
  const releases = found.releases.flatMap(file =>
    readHelmReleases(file, view.app.read(file)),
  );
  const root = all.find(
    ({ path }) => path === folderOf(paths.databaseApplication),
  );
  const platform = decide(
    'GitRepository of this repository',
    flux.platformSource,
    [
      ...(root?.source ? [{ value: root.source, file: root.file }] : []),
      ...sourcesOf(target.platform),
    ],
    'flux-system',
  );
  const ours = all.filter(
    ({ source, path, file }) =>
      source === platform && path !== folderOf(file) && path !== '',
  );
  const beside = ours.filter(
    ({ path }) => folderOf(path) === folderOf(paths.clusterFolder),
  );
  const kin = beside.length ? beside : ours;
  const decrypting = (kin.some(isDecrypting) ? kin : ours).filter(isDecrypting);
  const appSource = decide(
    'GitRepository of the app repository',
    flux.appSource,
    [
      ...releases.flatMap(({ source, file }) =>
        // Charts of others are in a HelmRepository, or a bucket.
        source?.kind === 'GitRepository'
          ? [{ value: source.name, file, repository: 'app' as const }]
          : [],
      ),
      ...sourcesOf(target.app),
    ],
    target.app.repo,
  );
  const secret = decideDecryption();
  const dependsOn = decideOrder();
  return {
    names: {
      ...(own?.namespace && { appNamespace: own.namespace }),
      ...(own?.name && { appApplication: own.name }),
    },
    conventions: {
      namespace: decide(
        'Namespace of Kustomizations',
        flux.namespace,
        ours.flatMap(({ namespace, file }) =>
          namespace === undefined ? [] : [{ value: namespace, file }],
        ),
        'flux-system',
      ),
      sources: { platform, app: appSource },
      interval: usualOf(kin.map(({ interval }) => interval)) ?? '10m',
      timeout: usualOf(kin.map(({ timeout }) => timeout)),
      ...(secret && { decryption: secret }),
      dependsOn,
      waitsFor:
        kin.some(({ checksHealth }) => checksHealth) &&
        !kin.some(({ waits }) => waits)
          ? 'database'
          : 'all',
      kustomizations: all,
    },
    stated,
    obstacles,
  };

  function decideDecryption(): FluxConventions['decryption'] {
    if (flux.decryptionSecret === undefined && !decrypting.length) {
      return flux.controllerDecrypts ? {} : undefined;
    }
    const secrets = decrypting.flatMap(({ decryption, file }) =>
      decryption?.secret === undefined
        ? []
        : [{ value: decryption.secret, file }],
    );
    // A controller may have the keys itself; then no Kustomization names them.
    return flux.decryptionSecret === undefined && !secrets.length
      ? {}
      : {
          secret: decide(
            'Secret that Flux decrypts with',
            flux.decryptionSecret,
            secrets,
            '',
            'flux.decryptionSecret',
          ),
        };
  }

  /** What all of the kind wait for; of none, the operator. */
  function decideOrder(): readonly string[] {
    const [first, ...others] = beside;
    const shared = first
      ? first.dependsOn.filter(name =>
          others.every(({ dependsOn: their }) => their.includes(name)),
        )
      : ours
          .filter(({ name, path }) => OPERATOR.test(`${name} ${path}`))
          .map(({ name }) => name);
    if (shared.length) {
      stated.push({
        repository: 'platform',
        what: 'What databases wait for',
        value: shared.join(', '),
        evidence: first
          ? beside.map(({ file }) => file)
          : ours
              .filter(({ name }) => shared.includes(name))
              .map(({ file }) => file),
        from: 'files',
      });
    }
    return shared;
  }

  function sourcesOf(repository: RepositoryRef) {
    return found.kustomizations.flatMap(file =>
      readGitRepositories(view.platform.read(file)).flatMap(({ name, url }) =>
        leadsTo(url, repository) ? [{ value: name, file }] : [],
      ),
    );
  }

  /** As configured, as all files say, or as usual; a contradiction is asked about. */
  function decide(
    what: string,
    configured: string | undefined,
    claims: readonly {
      readonly value: string;
      readonly file: string;
      /** Left out: the platform's. */
      readonly repository?: RepositoryRole;
    }[],
    usual: string,
    option?: string,
  ): string {
    const values = new Map(
      [...claims].reverse().map(({ value, file }) => [value, file]),
    );
    if (configured === undefined && option !== undefined && values.size > 1) {
      obstacles.push({
        rule: 'clear-conventions',
        ...violation('conventions.contradictory', {
          what,
          evidence: [...values].map(([value, file]) => `${value} in ${file}`),
          option,
        }),
      });
    }
    const value = configured ?? claims[0]?.value ?? usual;
    const shown = claims.filter(claim => claim.value === value);
    const { repository = 'platform' } = shown[0] ?? {};
    stated.push({
      repository,
      what,
      value,
      evidence: shown
        .filter(claim => (claim.repository ?? 'platform') === repository)
        .map(({ file }) => file),
      from: stateFrom(configured, claims.length > 0),
    });
    return value;
  }
}

function stateFrom(
  configured: string | undefined,
  shown: boolean,
): StatedConvention['from'] {
  if (configured !== undefined) {
    return 'configuration';
  }
  return shown ? 'files' : 'usual';
}

function isDecrypting({ decryption }: FluxKustomization): boolean {
  return decryption?.provider === 'sops';
}

/** The value that most have. */
function usualOf(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== undefined) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}
