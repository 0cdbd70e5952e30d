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

export { application } from './application';
export { sourceKey } from './applicationSource';
export { appValues, type AppValuesData, valuesKey } from './appValues';
export { arangoDeployment } from './arangoDeployment';
export {
  type ApplicationData,
  type ApplicationOperation,
  type ApplicationSource,
  type DeliveredResource,
  type OperationResult,
} from './ApplicationData';
export { arangoBackup } from './arangoBackup';
export { arangoBackupPolicy } from './arangoBackupPolicy';
export { type BackupRunData, type BackupScheduleData } from './BackupRunData';
export { type BackupWork } from './BackupWork';
export { k8upBackup } from './k8upBackup';
export { k8upSchedule } from './k8upSchedule';
export { perconaPgBackup } from './perconaPgBackup';
export { sgBackup } from './sgBackup';
export { veleroBackup } from './veleroBackup';
export { veleroSchedule } from './veleroSchedule';
export {
  type BarmanDestination,
  type ClusterCondition,
  type ClusterData,
  type ClusterPlugin,
} from './ClusterData';
export { clickHouseInstallation } from './clickHouseInstallation';
export {
  clusterExternalSecret,
  type ClusterExternalSecretData,
} from './clusterExternalSecret';
export { type BackupData, cnpgBackup } from './cnpgBackup';
export { cnpgCluster } from './cnpgCluster';
export { cnpgDatabase, type LogicalDatabaseData } from './cnpgDatabase';
export { type CreatedDatabase } from './createdDatabases';
export { cnpgPooler, type PoolerData } from './cnpgPooler';
export {
  cnpgScheduledBackup,
  type ScheduledBackupData,
} from './cnpgScheduledBackup';
export { cronJob, type CronJobData } from './cronJob';
export { type DrillReport } from './DrillReport';
export { type DumpReport } from './DumpReport';
export { endpointSlice, type EndpointSliceData } from './endpointSlice';
export { event, type EventData } from './event';
export { externalSecret, type ExternalSecretData } from './externalSecret';
export { job, type JobData } from './job';
export {
  type MetricReading,
  metricSample,
  type MetricSampleData,
} from './metricSample';
export { node, type NodeData } from './node';
export {
  objectStore,
  type ObjectStoreData,
  type ObjectStoreServer,
} from './objectStore';
export {
  type OperatedBackup,
  type OperatedCondition,
  type OperatedData,
  type OperatedGroup,
  type OperatedSecret,
  type OperatedStatus,
} from './OperatedData';
export { perconaPgCluster } from './perconaPgCluster';
export {
  persistentVolumeClaim,
  type PersistentVolumeClaimData,
} from './persistentVolumeClaim';
export { pod, type PodData } from './pod';
export {
  podDisruptionBudget,
  type PodDisruptionBudgetData,
} from './podDisruptionBudget';
export { postgresCluster } from './postgresCluster';
export {
  type PgBackRestData,
  type PgBackRestRepository,
  type PgBackRestRun,
  type PostgresClusterData,
} from './PostgresClusterData';
export { pushSecret, type PushSecretData } from './pushSecret';
export { type DatabasePart } from './engineSigns';
export { type RecognizedDatabase } from './recognizeDatabase';
export { sealedSecret, type SealedSecretData } from './sealedSecret';
export { type SecretCondition } from './SecretCondition';
export {
  filesWithoutNamespace,
  secretFile,
  type SecretFileData,
  type SecretFileKey,
} from './secretFile';
export { secretMetadata, type SecretMetadataData } from './secretMetadata';
export {
  clusterSecretStore,
  secretStore,
  type SecretStoreData,
} from './secretStore';
export { service, type ServiceData } from './service';
export { sgCluster } from './sgCluster';
export { sopsSecret, type SopsSecretData } from './sopsSecret';
export { statefulSet } from './statefulSet';
export {
  type PodResources,
  type StatefulSetData,
  type VolumeTemplate,
} from './StatefulSetData';
export { storageClass, type StorageClassData } from './storageClass';
export { remoteKey, type StoreReference, storeKey } from './StoreReference';
export { vaultAuth, type VaultAuthData } from './vaultAuth';
export { vaultConnection, type VaultConnectionData } from './vaultConnection';
export {
  vaultDynamicSecret,
  type VaultDynamicSecretData,
} from './vaultDynamicSecret';
export {
  vaultEntry,
  type VaultDatabaseRole,
  type VaultEntryData,
  type VaultKvEntry,
  type VaultLease,
} from './vaultEntry';
export { isCredsPath, isMentioned, vaultMentions } from './vaultMentions';
export { type VaultPath, vaultPathKey } from './vaultPath';
export {
  vaultStaticSecret,
  type VaultStaticSecretData,
} from './vaultStaticSecret';
export { volumeSnapshot, type VolumeSnapshotData } from './volumeSnapshot';
export {
  daemonSet,
  deployment,
  vaultAgentKey,
  type WorkloadData,
  type WorkloadSecret,
} from './workload';
export { zalandoPostgresql } from './zalandoPostgresql';
