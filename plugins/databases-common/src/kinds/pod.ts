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

import { Fact, KubeObject } from '../model';
import { Fields, ObservedKind } from '../observation';
import { drillOf, drillSelectors } from './drillOf';
import { DrillReport } from './DrillReport';
import { dumpPod, dumpPodSelectors } from './dumpPod';
import { DumpReport } from './DumpReport';
import { ofCluster } from './ofCluster';
import { operatedPod, operatedPodSelectors } from './operatedPod';
import { readDrillReport } from './readDrillReport';
import { readPodState } from './readPodState';
import { shortText } from './shortText';

/**
 * What is kept of a pod that an operator runs, that belongs to a StatefulSet, that
 * restores backups to prove them, or that reports on a dump.
 *
 * @public
 */
export interface PodData {
  /** Name of its CNPG cluster, of the custom resource of another operator, of its StatefulSet, or of its Job. */
  readonly cluster: string;
  /** The custom resource of another operator that it is an instance of. */
  readonly operated?: { readonly kind: string; readonly name: string };
  /**
   * Jobs set a data directory up, and end; a drill belongs to no instance, and a
   * member to a StatefulSet alone.
   */
  readonly role: 'instance' | 'pooler' | 'job' | 'drill' | 'dump' | 'member';
  /** `cnpg.io/instanceRole` and its like, as the operator labeled it. */
  readonly instanceRole?: string;
  /** `cnpg.io/jobRole`, such as `initdb` or `full-recovery`. */
  readonly jobRole?: string;
  readonly pooler?: string;
  /** Of a StatefulSet: the version of it that the pod was made from. */
  readonly revision?: string;
  readonly node?: string;
  /** `Pending`, `Running`, `Succeeded`, `Failed` or `Unknown`. */
  readonly phase?: string;
  readonly ready?: boolean;
  /** Last change of readiness: RFC 3339. */
  readonly readySince?: string;
  readonly startedAt?: string;
  /** The most of its containers. */
  readonly restarts: number;
  /** Why a container does not start: `ImagePullBackOff`. */
  readonly waiting?: {
    readonly reason: string;
    readonly message?: string;
    readonly image?: string;
  };
  /** How a container ended that is not running again. */
  readonly terminated?: {
    readonly reason?: string;
    readonly exitCode?: number;
    readonly message?: string;
    readonly finishedAt?: string;
  };
  /** Why no node takes it. */
  readonly unschedulable?: string;
  /** Of a drill: what it reports, and of which Job it is. */
  readonly drill?: { readonly report?: DrillReport; readonly job?: string };
  /** Of a dump: what it reports. */
  readonly dump?: DumpReport;
}

/** Kubernetes labels every pod of a StatefulSet so. */
const MEMBER = 'statefulset.kubernetes.io/pod-name';

/** @public */
export const pod: ObservedKind<PodData> = {
  id: 'pods',
  group: '',
  versions: ['v1'],
  resource: 'pods',
  kind: 'Pod',
  namespaced: true,
  selectors: [
    { labels: 'cnpg.io/cluster' },
    ...operatedPodSelectors,
    { labels: MEMBER },
    ...drillSelectors,
    ...dumpPodSelectors,
  ],
  feeds:
    'Pods tell whether the instances really run, where the status of a Cluster or a StatefulSet only repeats what was seen last; those of restore drills and dumps hold their reports.',
  lane: 'health',
  project: object =>
    projectDrill(object) ??
    projectInstance(object) ??
    projectMember(object) ??
    projectDump(object),
  // Drills are kept apart: one that fails is no trouble of the instances.
  keys: fact => {
    const { role } = fact.data;
    return role === 'drill' || role === 'dump'
      ? ofCluster(fact).map(key => `${role}:${key}`)
      : keysOfInstance(fact);
  },
};

function projectDump(object: KubeObject): PodData | undefined {
  const found = dumpPod(object);
  return (
    found && {
      cluster: found.job,
      role: 'dump',
      restarts: 0,
      dump: found.report,
    }
  );
}

/**
 * `<kind>/<namespace>/<name>` of the custom resource, for operators other than
 * CloudNativePG, or of the StatefulSet.
 */
function keysOfInstance(fact: Fact<PodData>): readonly string[] {
  const { operated, role, cluster } = fact.data;
  if (role === 'member') {
    return [`StatefulSet/${fact.namespace}/${cluster}`];
  }
  return operated
    ? [`${operated.kind}/${fact.namespace}/${operated.name}`]
    : ofCluster(fact);
}

function projectInstance(object: KubeObject): PodData | undefined {
  const labels = Fields.of(object).at('metadata', 'labels');
  const ofCnpg = labels.string('cnpg.io/cluster');
  const other = ofCnpg ? undefined : operatedPod(labels);
  const cluster = ofCnpg ?? other?.operated.name;
  if (!cluster) {
    return undefined;
  }
  const jobRole = labels.string('cnpg.io/jobRole');
  const pooler = labels.string('cnpg.io/poolerName');
  return {
    cluster,
    operated: other?.operated,
    role: roleOf(jobRole, pooler),
    instanceRole:
      other?.role ??
      labels.string('cnpg.io/instanceRole') ??
      labels.string('role'),
    jobRole,
    pooler,
    ...readPodState(object),
  };
}

/** Whichever StatefulSet: the labels of a pod need not tell what it runs. */
function projectMember(object: KubeObject): PodData | undefined {
  const fields = Fields.of(object);
  const labels = fields.at('metadata', 'labels');
  const cluster = fields
    .list('metadata', 'ownerReferences')
    .find(owner => owner.string('kind') === 'StatefulSet')
    ?.string('name');
  return cluster && labels.at(MEMBER).present
    ? {
        cluster,
        role: 'member',
        instanceRole: shortText(labels.string('role'), 20),
        revision: shortText(labels.string('controller-revision-hash'), 80),
        ...readPodState(object),
      }
    : undefined;
}

function projectDrill(object: KubeObject): PodData | undefined {
  const cluster = drillOf(object);
  const labels = Fields.of(object).at('metadata', 'labels');
  // The cluster that a drill makes may hand its labels down to its own pods.
  const isOperators = ['instanceName', 'jobRole', 'poolerName'].some(
    name => labels.at(`cnpg.io/${name}`).present,
  );
  if (!cluster || isOperators) {
    return undefined;
  }
  const status = Fields.of(object).at('status');
  const reports = status
    .list('containerStatuses')
    .flatMap(
      container =>
        readDrillReport(container.string('state', 'terminated', 'message')) ??
        readDrillReport(
          container.string('lastState', 'terminated', 'message'),
        ) ??
        [],
    );
  return {
    cluster,
    role: 'drill',
    phase: status.string('phase'),
    restarts: 0,
    drill: {
      // Beside it may run what leaves other words behind.
      report:
        reports.find(({ outcome }) => outcome !== 'unreadable') ?? reports[0],
      job: object.metadata.ownerReferences?.find(({ kind }) => kind === 'Job')
        ?.name,
    },
  };
}

function roleOf(jobRole?: string, pooler?: string): PodData['role'] {
  if (jobRole) {
    return 'job';
  }
  return pooler ? 'pooler' : 'instance';
}
