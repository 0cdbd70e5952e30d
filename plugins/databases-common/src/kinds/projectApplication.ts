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

import { KubeObject } from '../model';
import { Fields } from '../observation';
import {
  ApplicationData,
  ApplicationOperation,
  ApplicationSource,
  DeliveredResource,
  OperationResult,
} from './ApplicationData';
import { CharacterBudget } from './CharacterBudget';

/** Kinds of which a resource is a database. */
const DATABASES: ReadonlySet<string> = new Set([
  'postgresql.cnpg.io/Cluster',
  'acid.zalan.do/postgresql',
  'postgres-operator.crunchydata.com/PostgresCluster',
  'pgv2.percona.com/PerconaPGCluster',
  'stackgres.io/SGCluster',
  'clickhouse.altinity.com/ClickHouseInstallation',
  'database.arangodb.com/ArangoDeployment',
]);
/** Kinds of which a resource is an app, or may be its database. */
const WORKLOADS: ReadonlySet<string> = new Set([
  'apps/Deployment',
  'apps/StatefulSet',
  'argoproj.io/Rollout',
]);

/** What is kept at most, as JSON; the rest of 2 kB is for the fact's own fields. */
const MOST = 1500;

/** What is kept of an Argo CD Application: of 20 kB less than two. */
export function projectApplication(object: KubeObject): ApplicationData {
  const fields = Fields.of(object);
  const status = fields.at('status');
  const single = readSingle(fields);
  const budget = new CharacterBudget(MOST - JSON.stringify(single).length);
  const conditions = budget.keep(readConditions(status));
  const all = readResources(status);
  const databases = budget.keep(all.filter(isDatabase));
  const results = budget.keep(readResults(status.at('operationState')));
  const sources = budget.keep(readSources(fields.at('spec')));
  const workloads = budget.keep(all.filter(isWorkload));
  return {
    ...single,
    sources: sources.kept,
    sourcesCut: sources.cut,
    conditions: conditions.kept,
    operation: single.operation && {
      ...single.operation,
      results: results.kept,
      resultsCut: results.cut,
    },
    resources: [...databases.kept, ...workloads.kept],
    resourcesCut: (databases.cut ?? 0) + (workloads.cut ?? 0) || undefined,
  };
}

/** Everything but the lists. */
function readSingle(fields: Fields) {
  const meta = fields.at('metadata');
  const spec = fields.at('spec');
  const status = fields.at('status');
  const operation = status.at('operationState');
  return {
    labels: {
      app: clip(meta.string('labels', 'basewell.dev/app'), 63),
      environment: clip(meta.string('labels', 'basewell.dev/environment'), 63),
    },
    skipped:
      meta.string('annotations', 'argocd.argoproj.io/skip-reconcile') ===
        'true' || undefined,
    prunes:
      (automation(spec.at('syncPolicy', 'automated')) === 'automated' &&
        spec.boolean('syncPolicy', 'automated', 'prune')) ||
      undefined,
    cascades:
      meta
        .strings('finalizers')
        .some(name => name.startsWith('resources-finalizer.argocd')) ||
      undefined,
    project: clip(spec.string('project'), 63),
    destination: {
      server: clip(spec.string('destination', 'server'), 120),
      name: clip(spec.string('destination', 'name'), 63),
      namespace: clip(spec.string('destination', 'namespace'), 63),
    },
    automation: automation(spec.at('syncPolicy', 'automated')),
    sync: {
      status: clip(status.string('sync', 'status'), 20),
      revisions: revisionsOf(status.at('sync')).slice(0, 3),
    },
    health: {
      status: clip(status.string('health', 'status'), 20),
      since: clip(status.string('health', 'lastTransitionTime'), 30),
    },
    resourceHealthSource: clip(status.string('resourceHealthSource'), 20),
    reconciledAt: clip(status.string('reconciledAt'), 30),
    requested: fields.at('operation').present || undefined,
    operation: operation.present ? readOperation(operation) : undefined,
    drifted: status
      .list('resources')
      .filter(resource => resource.string('status') === 'OutOfSync').length,
  };
}

/** One for each source; a single source has a field of its own. */
function revisionsOf(synced: Fields): readonly string[] {
  const one = synced.string('revision');
  return (one ? [one] : synced.strings('revisions')).map(revision =>
    revision.slice(0, 40),
  );
}

function automation(automated: Fields): ApplicationData['automation'] {
  if (!automated.present) {
    return 'manual';
  }
  return automated.boolean('enabled') === false ? 'off' : 'automated';
}

function readSources(spec: Fields): readonly ApplicationSource[] {
  const several = spec.list('sources');
  const one = spec.at('source').present
    ? spec.at('source')
    : spec.at('sourceHydrator', 'drySource');
  return (several.length ? several : [one])
    .filter(source => source.present)
    .map(source => ({
      repoUrl: clip(source.string('repoURL'), 120),
      path: clip(source.string('path'), 100),
      targetRevision: clip(source.string('targetRevision'), 40),
      chart: clip(source.string('chart'), 40),
    }));
}

function readConditions(status: Fields): ApplicationData['conditions'] {
  return status
    .list('conditions')
    .map(condition => ({
      type: clip(condition.string('type'), 40) ?? '',
      message: clip(condition.string('message'), 160),
      since: clip(condition.string('lastTransitionTime'), 30),
    }))
    .sort((a, b) => rankOf(a.type) - rankOf(b.type));
}

/** Errors before warnings. */
function rankOf(condition: string): number {
  return condition.endsWith('Error') ? 0 : 1;
}

function readResources(status: Fields): readonly DeliveredResource[] {
  return status.list('resources').map(resource => ({
    group: resource.string('group') ?? '',
    kind: resource.string('kind') ?? '',
    namespace: resource.string('namespace'),
    name: resource.string('name') ?? '',
    sync: clip(resource.string('status'), 20),
    health: clip(resource.string('health', 'status'), 20),
  }));
}

/** Whether a resource is a custom resource that stands for a database. */
export function isDatabase({ group, kind }: DeliveredResource): boolean {
  return DATABASES.has(`${group}/${kind}`);
}

function isWorkload({ group, kind }: DeliveredResource): boolean {
  return WORKLOADS.has(`${group}/${kind}`);
}

function readOperation(
  operation: Fields,
): Omit<ApplicationOperation, 'results'> {
  return {
    phase: clip(operation.string('phase'), 20),
    message: clip(operation.string('message'), 160),
    startedAt: clip(operation.string('startedAt'), 30),
    finishedAt: clip(operation.string('finishedAt'), 30),
    retries: operation.number('retryCount'),
    revision: revisionsOf(operation.at('syncResult'))[0],
  };
}

/** Hooks and failures, the failed ones first. */
function readResults(operation: Fields): readonly OperationResult[] {
  return operation
    .list('syncResult', 'resources')
    .map(readResult)
    .filter(result => result.hook || failed(result))
    .sort((a, b) => Number(failed(b)) - Number(failed(a)));
}

function readResult(result: Fields): OperationResult {
  return {
    kind: clip(result.string('kind'), 40) ?? '',
    namespace: clip(result.string('namespace'), 63),
    name: clip(result.string('name'), 63) ?? '',
    status: clip(result.string('status'), 20),
    hook: clip(result.string('hookType'), 20) || undefined,
    phase: clip(result.string('hookPhase'), 20),
    message: clip(result.string('message'), 100),
  };
}

function failed({ status, phase }: OperationResult): boolean {
  return status === 'SyncFailed' || phase === 'Failed' || phase === 'Error';
}

function clip(text: string | undefined, length: number): string | undefined {
  return text && text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
