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

import fc from 'fast-check';
import {
  canonRequest,
  canonTarget,
  canonTrees,
  planOver,
} from '../__testUtils__/canon';
import { planCase, planCases } from '../__testUtils__/planCases';
import { mergePlan, Tree } from '../__testUtils__/TreeSource';
import { diffFile } from '../diffs';
import { DatabaseRequest, Plan, RepositoryRole } from '../model';
import { describeCommit, describePullRequest } from '../pullRequests';
import { parseDatabaseRequest } from '../request';
import { readYaml } from '../yaml';
import { canonicalPlan } from './canonicalPlan';

/** Known houses need three rounds of reading; forges are slow. */
const MOST_ROUNDS = 3;
/**
 * In a repository; reading a house must stay bounded. Every kustomization is asked
 * for under three names, and forges are asked for all names of a round at once.
 */
const MOST_FILES = 100;

const stops = ({ findings }: Plan) =>
  findings.filter(({ severity, waiver }) => severity === 'error' && !waiver);

const changes = ({ files }: Plan) =>
  files.filter(({ change }) => change !== 'none').map(({ path }) => path);

describe.each(planCases)('$name', testCase => {
  it('is decided after a few rounds over a few files', async () => {
    const { rounds } = await planCase(testCase);
    expect(rounds.length).toBeLessThanOrEqual(
      testCase.mostRounds ?? MOST_ROUNDS,
    );
    for (const role of ['platform', 'app'] as const) {
      const files = rounds.flatMap(needs => needs.files[role]);
      expect(files.length).toBeLessThanOrEqual(MOST_FILES);
      // Asked once, never again.
      expect(new Set(files).size).toBe(files.length);
    }
  });

  it('is decided alike twice', async () => {
    const [one, other] = [await planCase(testCase), await planCase(testCase)];
    expect(canonicalPlan(other.plan)).toBe(canonicalPlan(one.plan));
  });

  it('leads to nothing more once it is merged', async () => {
    const { before, plan } = await planCase(testCase);
    const trees = mergePlan(plan, before);
    const again = await planOver(trees, testCase.request, testCase.target);
    expect(changes(again.plan)).toEqual([]);
    expect(stops(again.plan).length).toBeLessThanOrEqual(stops(plan).length);
  });

  it('makes YAML that can be read, and whole sentences', async () => {
    const { plan } = await planCase(testCase);
    for (const file of plan.files) {
      expect(isReadable(file.kind === 'text' ? file.content : '')).toBe(true);
    }
    for (const { summary, remedy } of plan.findings) {
      expect(`${summary} ${remedy}`).not.toMatch(/\{\w+\}/);
      expect(summary).toMatch(/\.$/);
      expect(remedy).toMatch(/^[A-Z].*\.$/s);
    }
  });
});

describe('createDatabase', () => {
  it('is total, whatever is asked for and whatever is found', async () => {
    const trees = canonTrees();
    const requests = [
      'new-app',
      'existing-app',
      'exceptional-names',
      'extra-databases',
    ].map(canonRequest);
    const oddName = fc.oneof(
      fc.stringMatching(/^[a-z][a-z0-9-]{0,60}$/),
      fc.constantFrom(
        ...['landing', 'shop-dev', 'postgres', '../../x', '{app}', 'a"b: c'],
        ...['constructor', '__proto__', '-', 'Магазин', 'web-landing-dev'],
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    );
    const oddRequest = fc.record({
      base: fc.constantFrom(...requests),
      app: fc.option(oddName, { nil: undefined }),
      names: fc.dictionary(
        fc.constantFrom(
          ...['appNamespace', 'databasesNamespace', 'cluster', 'database'],
          ...['owner', 'bootstrapSecret', 'runtimeSecret'],
          ...['databaseApplication', 'appApplication'],
        ),
        oddName,
        { noNullPrototype: true },
      ),
      databases: fc.uniqueArray(oddName, { maxLength: 3 }),
      version: fc.constantFrom('14', '17', '18', '99'),
      environments: fc.option(
        fc.uniqueArray(fc.constantFrom('dev', 'stage', 'prod', 'qa'), {
          minLength: 1,
        }),
        { nil: undefined },
      ),
    });
    const garbage = fc.oneof(
      fc.constantFrom(
        ...['', '\n', 'null', '[]', '{}', 'a: {b', '- a\n- b\n', '%YAML'],
        ...['kind: Application\nspec: 1\n', 'kind: AppProject\nmetadata: []\n'],
        ...['kind: Application\nspec: {source: {path: 5}, sources: [null]}\n'],
        ...['kind: ksops\nfiles: x\n', 'generators: {a: 1}\nresources: 5\n'],
        ...['envFrom: [1]\n', 'postgres: yes\nenvFrom: &a {secretRef: *a}\n'],
        ...[
          '{{ if }}\n',
          'a: 1\na: 2\n',
          '---\n---\n',
          '\uFEFFkind: Cluster\n',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const oddTrees = fc.array(
      fc.record({
        role: fc.constantFrom<RepositoryRole>('platform', 'app'),
        index: fc.nat(),
        text: fc.option(garbage, { nil: undefined }),
      }),
      { maxLength: 12 },
    );

    const store = { name: '{cluster}' };
    const targets = fc.constantFrom(
      ...[
        { source: 'sops' },
        { source: 'vault-static', connection: { address: 'https://v.test' } },
        { source: 'external-secret', store },
        { source: 'operator-generated', store },
      ].map(credentials => canonTarget({ credentials })),
    );

    await fc.assert(
      fc.asyncProperty(
        oddRequest,
        oddTrees,
        targets,
        async (odd, damage, target) => {
          const request = makeRequest(odd);
          fc.pre(request !== undefined);
          const { plan, rounds } = await planOver(
            {
              platform: damaged(trees.platform, damage, 'platform'),
              app: damaged(trees.app, damage, 'app'),
            },
            request,
            target,
          );
          expect(rounds.length).toBeLessThanOrEqual(MOST_ROUNDS + 1);
          const places = plan.files.map(
            ({ repository, path }) => `${repository}/${path}`,
          );
          expect(new Set(places).size).toBe(places.length);
          for (const path of places) {
            expect(path).toMatch(
              /^(platform|app)(\/(?!\.\.?(\/|$))[^/\s]+)+$/u,
            );
          }
          for (const { summary } of plan.findings) {
            expect(summary).toMatch(/\.$/);
          }
          for (const role of ['platform', 'app'] as const) {
            const facts = { requester: 'user:default/ada', reviewers: [] };
            expect(describePullRequest(plan, role, facts).body).toBeTruthy();
            expect(describeCommit(plan, role, facts)).toBeTruthy();
          }
          expect(plan.files.map(diffFile)).toHaveLength(plan.files.length);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('does not read more of a house because the house is large', async () => {
    const trees = canonTrees();
    const numbers = Array.from({ length: 500 }, (_, index) => index);
    const copies = (path: string, name: string): Tree =>
      Object.fromEntries(
        numbers.map(index => [
          path.replaceAll(name, `${name}-${index}`),
          trees.platform[path] ?? trees.app[path],
        ]),
      );
    const { plan, rounds } = await planOver(
      {
        platform: {
          ...trees.platform,
          ...copies('argocd/apps/infra-landing-db.yaml', 'landing'),
          ...copies(
            'infra/databases/cloudnativepg/landing/cluster.yaml',
            'landing',
          ),
          ...copies(
            'secrets/web-landing-prod/kustomization.yaml',
            'web-landing-prod',
          ),
        },
        app: {
          ...trees.app,
          ...copies('deploy/argocd/apps/prod/landing.yaml', 'landing'),
          ...copies('deploy/env/prod/landing.yaml', 'landing'),
        },
      },
      canonRequest('new-app'),
      canonTarget(),
    );
    expect(changes(plan)).not.toEqual([]);
    expect(rounds.length).toBeLessThanOrEqual(MOST_ROUNDS);
    const files = rounds.flatMap(({ files: { platform, app } }) => [
      ...platform,
      ...app,
    ]);
    expect(files.length).toBeLessThanOrEqual(2 * MOST_FILES);
  });
});

function isReadable(text: string): boolean {
  try {
    readYaml(text);
    return true;
  } catch {
    return false;
  }
}

function makeRequest(odd: {
  readonly base: DatabaseRequest;
  readonly app: string | undefined;
  readonly names: object;
  readonly databases: readonly string[];
  readonly version: string;
  readonly environments: readonly string[] | undefined;
}): DatabaseRequest | undefined {
  const { base, app, names, databases, version, environments } = odd;
  try {
    return parseDatabaseRequest({
      ...base,
      metadata: { name: app ?? base.metadata.name },
      spec: {
        ...base.spec,
        names,
        version,
        databases: databases.map(name => ({ name })),
        ...(environments && {
          environments: environments.map(name => ({ name })),
        }),
      },
    });
  } catch {
    return undefined;
  }
}

/** Some of the files gone, or with something else in them. */
function damaged(
  tree: Tree,
  damage: readonly {
    readonly role: RepositoryRole;
    readonly index: number;
    readonly text: string | undefined;
  }[],
  role: RepositoryRole,
): Tree {
  const paths = Object.keys(tree);
  const hit = new Map(
    damage
      .filter(one => one.role === role)
      .map(({ index, text }) => [paths[index % paths.length], text]),
  );
  return Object.fromEntries(
    Object.entries(tree)
      .map(([path, text]) => [path, hit.has(path) ? hit.get(path) : text])
      .filter(([, text]) => text !== undefined),
  );
}
