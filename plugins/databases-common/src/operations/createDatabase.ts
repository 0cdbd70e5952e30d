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

import { Layout, LayoutContext } from '../layouts';
import { violation } from '../messages';
import {
  DatabaseDraft,
  DatabaseRequest,
  Decision,
  Obstacle,
  Plan,
  PlanContext,
  PlanNote,
  StatedConvention,
  Target,
} from '../model';
import { PlanningView } from '../planning';
import { evaluatePolicy } from '../policy';
import { codeownersPaths } from '../reviewers';
import { checkRequest } from './checkRequest';
import { draftDatabases } from './draftDatabases';
import { Registries } from './Registries';
import { requestBranch } from './requestBranch';

/** Files that are named for the layout; more would not convince more. */
const MOST_EVIDENCE = 4;

/**
 * Decides what it takes to give an app a database in one or several
 * environments. Pure and total: what is wrong with the request, the target or
 * the repositories becomes a finding.
 *
 * Running it again over repositories in which its plan is merged leads to a
 * plan that changes nothing.
 *
 * @returns the plan, or what has to be looked up first; houses need two or
 *   three rounds.
 * @public
 */
export function createDatabase(
  request: DatabaseRequest,
  context: PlanContext,
  registries: Registries,
): Decision<Plan> {
  const view = new PlanningView(context);
  for (const path of codeownersPaths) {
    view.platform.read(path);
    view.app.read(path);
  }
  const subject = { ...draftPlan(request, context, registries, view), context };
  return view.decide({
    ...subject.plan,
    findings: evaluatePolicy(registries.rules, subject),
  });
}

function draftPlan(
  request: DatabaseRequest,
  context: PlanContext,
  registries: Registries,
  view: PlanningView,
): {
  readonly plan: Omit<Plan, 'findings'>;
  readonly obstacles: readonly Obstacle[];
} {
  const { target } = context;
  const app = request.metadata.name;
  const environments = request.spec.environments.flatMap(
    ({ name }) =>
      target.options.environments.find(other => other.name === name) ?? [],
  );
  const house: LayoutContext = { view, target, app, environments };
  const layout = registries.layouts.find(({ id }) => id === target.layout);
  const conventions = environments.length ? layout?.learn(house) : undefined;
  const { databases, obstacles } = draftDatabases(
    request,
    house,
    conventions,
    registries,
  );
  const placement =
    layout && conventions
      ? layout.place(house, conventions, databases)
      : undefined;
  const drafts = databases.map(({ database }) => database);

  return {
    plan: {
      request,
      target: target.id,
      branch: requestBranch(
        app,
        target.options.environments,
        placement?.standing ?? [],
        placement?.files ?? [],
      ),
      ...(conventions?.delivery.tool === 'flux' && {
        deliveredBy: 'flux' as const,
      }),
      databases: drafts,
      files: placement?.files ?? [],
      entries: placement?.entries ?? [],
      rules: registries.rules.map(({ id }) => id),
      conventions: [
        ...statedLayout(target, layout),
        ...(conventions?.stated ?? []),
        ...(placement?.stated ?? []),
      ],
      notes: [
        ...(placement?.notes ?? []),
        ...roleNotes(drafts),
        ...backupNotes(drafts, registries),
      ],
    },
    obstacles: [
      ...checkRequest(request, context, registries.engines),
      ...(layout ? [] : [unknownLayout(target.layout, registries)]),
      ...(conventions?.obstacles ?? []),
      ...obstacles,
      ...(placement?.obstacles ?? []),
    ],
  };
}

/** A layout that nobody configured is the first thing to look at. */
function statedLayout(
  { layoutShownBy = [] }: Target,
  layout: Layout | undefined,
): readonly StatedConvention[] {
  return layout && layoutShownBy.length
    ? [
        {
          repository: 'platform',
          what: 'Layout',
          value: layout.title,
          evidence: layoutShownBy.slice(0, MOST_EVIDENCE),
          from: 'files',
        },
      ]
    : [];
}

function unknownLayout(layout: string, { layouts }: Registries): Obstacle {
  return {
    rule: 'request-fits-target',
    ...violation('requestFitsTarget.layout', {
      layout,
      known: layouts.map(({ id }) => id),
    }),
  };
}

/** One role is made; nobody makes the others. */
function roleNotes(databases: readonly DatabaseDraft[]): readonly PlanNote[] {
  return databases.flatMap(({ environment, names, databases: logical }) =>
    logical
      .filter(({ owner }) => owner !== undefined && owner !== names.owner)
      .map(({ name, owner }) => ({
        repository: 'platform' as const,
        kind: 'todo' as const,
        text: `The database ${name} in ${environment} belongs to the role ${owner}, which this request does not make: add it to managed.roles of ${names.cluster}.`,
      })),
  );
}

function backupNotes(
  databases: readonly DatabaseDraft[],
  { backups }: Registries,
): readonly PlanNote[] {
  return backups.flatMap(({ id, provision }) =>
    provision?.caveat && databases.some(({ backup }) => backup?.method === id)
      ? [{ repository: 'platform', kind: 'info', text: provision.caveat }]
      : [],
  );
}
