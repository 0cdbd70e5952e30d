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

/** One kind of object that the demo's API servers serve. @internal */
export interface ServedResource {
  /** `<resource>.<group>`, or `<resource>` of the core group. */
  readonly id: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** What a field selector may ask for beside name and namespace. */
  readonly selectable: readonly string[];
}

/** `group/version`, then `resource Kind`; a `*` marks kinds without namespace. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  v1: [
    'configmaps ConfigMap',
    'events Event',
    'limitranges LimitRange',
    'namespaces* Namespace',
    'nodes* Node',
    'persistentvolumeclaims PersistentVolumeClaim',
    'pods Pod',
    'resourcequotas ResourceQuota',
    'services Service',
  ],
  'acid.zalan.do/v1': ['postgresqls postgresql'],
  'apps/v1': [
    'daemonsets DaemonSet',
    'deployments Deployment',
    'replicasets ReplicaSet',
    'statefulsets StatefulSet',
  ],
  'argoproj.io/v1alpha1': ['applications Application'],
  'autoscaling/v2': ['horizontalpodautoscalers HorizontalPodAutoscaler'],
  'backup.arangodb.com/v1': [
    'arangobackuppolicies ArangoBackupPolicy',
    'arangobackups ArangoBackup',
  ],
  'barmancloud.cnpg.io/v1': ['objectstores ObjectStore'],
  'batch/v1': ['cronjobs CronJob', 'jobs Job'],
  'bitnami.com/v1alpha1': ['sealedsecrets SealedSecret'],
  'clickhouse.altinity.com/v1': [
    'clickhouseinstallations ClickHouseInstallation',
  ],
  'database.arangodb.com/v1': ['arangodeployments ArangoDeployment'],
  'discovery.k8s.io/v1': ['endpointslices EndpointSlice'],
  'external-secrets.io/v1': [
    'clusterexternalsecrets* ClusterExternalSecret',
    'clustersecretstores* ClusterSecretStore',
    'externalsecrets ExternalSecret',
    'secretstores SecretStore',
  ],
  'external-secrets.io/v1alpha1': ['pushsecrets PushSecret'],
  'isindir.github.com/v1alpha3': ['sopssecrets SopsSecret'],
  'k8up.io/v1': [
    'backups Backup',
    'checks Check',
    'restores Restore',
    'schedules Schedule',
  ],
  'networking.k8s.io/v1': ['ingresses Ingress'],
  'pgv2.percona.com/v2': [
    'perconapgbackups PerconaPGBackup',
    'perconapgclusters PerconaPGCluster',
  ],
  'policy/v1': ['poddisruptionbudgets PodDisruptionBudget'],
  'postgres-operator.crunchydata.com/v1beta1': [
    'postgresclusters PostgresCluster',
  ],
  'postgresql.cnpg.io/v1': [
    'backups Backup',
    'clusterimagecatalogs* ClusterImageCatalog',
    'clusters Cluster',
    'databases Database',
    'imagecatalogs ImageCatalog',
    'poolers Pooler',
    'scheduledbackups ScheduledBackup',
  ],
  'secrets.hashicorp.com/v1beta1': [
    'vaultauths VaultAuth',
    'vaultconnections VaultConnection',
    'vaultdynamicsecrets VaultDynamicSecret',
    'vaultstaticsecrets VaultStaticSecret',
  ],
  'snapshot.storage.k8s.io/v1': ['volumesnapshots VolumeSnapshot'],
  'stackgres.io/v1': ['sgbackups SGBackup', 'sgclusters SGCluster'],
  'storage.k8s.io/v1': ['storageclasses* StorageClass'],
  'velero.io/v1': ['backups Backup', 'restores Restore', 'schedules Schedule'],
};

const SELECTABLE: Readonly<Record<string, readonly string[]>> = {
  events: [
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.uid',
    'reason',
    'type',
  ],
  jobs: ['status.successful'],
  namespaces: ['status.phase'],
  nodes: ['spec.unschedulable'],
  pods: ['spec.nodeName', 'spec.restartPolicy', 'status.phase'],
};

/**
 * The closed list of what the demo's API servers serve: what Basewell reads, and
 * what the Kubernetes plugin's own pages ask for. Secrets are not among them.
 *
 * @internal
 */
export const servedResources: readonly ServedResource[] = Object.entries(
  TABLE,
).flatMap(([groupVersion, rows]) =>
  rows.map(row => parseRow(groupVersion, row)),
);

function parseRow(groupVersion: string, row: string): ServedResource {
  const [version, group = ''] = groupVersion.split('/').reverse();
  const [plural, kind] = row.split(' ');
  const resource = plural.replace('*', '');
  return {
    id: group ? `${resource}.${group}` : resource,
    group,
    version,
    resource,
    kind,
    namespaced: !plural.endsWith('*'),
    selectable: SELECTABLE[resource] ?? [],
  };
}

/** The resource of an object; `undefined` for kinds that are not served. @internal */
export function resourceOf(object: {
  readonly apiVersion: string;
  readonly kind: string;
}): ServedResource | undefined {
  return servedResources.find(
    ({ group, version, kind }) =>
      kind === object.kind &&
      (group ? `${group}/${version}` : version) === object.apiVersion,
  );
}
