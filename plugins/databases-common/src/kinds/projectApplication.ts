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
const DATABASES: ReadonlySet<string> = new Set(['postgresql.cnpg.io/Cluster']);
/** Kinds of which a resource is an app, or may be its database. */
const WORKLOADS: ReadonlySet<string> = new Set([
  'apps/Deployment',
  'apps/StatefulSet',
  'argoproj.io/Rollout',
]);

/** What is kept of an Argo CD Application: of 20 kB less than two. */
export function projectApplication(object: KubeObject): ApplicationData {
  const fields = Fields.of(object);
  const meta = fields.at('metadata');
  const spec = fields.at('spec');
  const status = fields.at('status');
  const automated = spec.at('syncPolicy', 'automated');
  const budget = new CharacterBudget(800);
  const resources = readResources(status);
  const conditions = budget.keep(readConditions(status));
  const databases = budget.keep(resources.filter(isDatabase));
  const operation = status.at('operationState').present
    ? readOperation(status.at('operationState'), budget)
    : undefined;
  const sources = budget.keep(readSources(spec));
  const workloads = budget.keep(resources.filter(isWorkload));
  return {
    labels: {
      app: clip(meta.string('labels', 'basewell.dev/app'), 63),
      environment: clip(meta.string('labels', 'basewell.dev/environment'), 63),
    },
    skipped:
      meta.string('annotations', 'argocd.argoproj.io/skip-reconcile') ===
        'true' || undefined,
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
    sources: sources.kept,
    sourcesCut: sources.cut,
    automation: automation(automated),
    sync: {
      status: clip(status.string('sync', 'status'), 20),
      revisions: (status.string('sync', 'revision')
        ? [status.string('sync', 'revision')!]
        : status.strings('sync', 'revisions')
      )
        .slice(0, 3)
        .map(revision => revision.slice(0, 40)),
    },
    health: {
      status: clip(status.string('health', 'status'), 20),
      since: clip(status.string('health', 'lastTransitionTime'), 30),
    },
    resourceHealthSource: clip(status.string('resourceHealthSource'), 20),
    reconciledAt: clip(status.string('reconciledAt'), 30),
    conditions: conditions.kept,
    requested: fields.at('operation').present || undefined,
    operation,
    resources: [...databases.kept, ...workloads.kept],
    resourcesCut: (databases.cut ?? 0) + (workloads.cut ?? 0) || undefined,
    drifted: status
      .list('resources')
      .filter(resource => resource.string('status') === 'OutOfSync').length,
  };
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

function isDatabase({ group, kind }: DeliveredResource): boolean {
  return DATABASES.has(`${group}/${kind}`);
}

function isWorkload({ group, kind }: DeliveredResource): boolean {
  return WORKLOADS.has(`${group}/${kind}`);
}

function readOperation(
  operation: Fields,
  budget: CharacterBudget,
): ApplicationOperation {
  const results = budget.keep(
    operation
      .list('syncResult', 'resources')
      .map(readResult)
      .filter(result => result.hook || failed(result))
      .sort((a, b) => Number(failed(b)) - Number(failed(a))),
  );
  const revision = operation.string('syncResult', 'revision');
  return {
    phase: clip(operation.string('phase'), 20),
    message: clip(operation.string('message'), 160),
    startedAt: clip(operation.string('startedAt'), 30),
    finishedAt: clip(operation.string('finishedAt'), 30),
    retries: operation.number('retryCount'),
    revision: clip(
      revision || operation.strings('syncResult', 'revisions')[0],
      40,
    ),
    results: results.kept,
    resultsCut: results.cut,
  };
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
