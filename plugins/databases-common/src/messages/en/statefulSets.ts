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

/** Databases that are plain StatefulSets: what Kubernetes knows of them, and what it cannot. */
export const statefulSets = {
  'arangoTrust.noJwt': {
    summary:
      'Nothing in the pod template names a JWT secret: ArangoDB makes one at each start, and all tokens end with it.',
    remedy:
      'Give it a Secret with a JWT secret (--server.jwt-secret-keyfile), if its configuration file does not name one.',
  },
  'arangoTrust.open': {
    summary:
      'ARANGO_NO_AUTH is set: anybody who reaches ArangoDB may do anything.',
    remedy: 'Remove the variable, and give the root user a password.',
  },
  'clickhouseTables.alone': {
    summary:
      'One server, so nothing is replicated: what its volume loses comes back from a backup alone.',
    remedy: 'Nothing, if that is meant so and there are backups.',
  },
  'clickhouseTables.unseen': {
    summary:
      'A ready server of ClickHouse may refuse writes to replicated tables; without metrics nobody here can tell.',
    remedy:
      'Ask system.replicas for is_readonly, or configure a Prometheus that reads ClickHouse.',
  },
  'neo4jAnswers.maintenance': {
    summary:
      '{servers} runs a loop that sleeps instead of Neo4j: offline maintenance is on.',
    remedy:
      'Turn offlineMaintenanceModeEnabled off in the values of the chart when the work is done.',
  },
  'neo4jAnswers.portOnly': {
    summary:
      'Readiness of Neo4j is an open port: it tells neither that queries are answered nor that a cluster has a leader.',
    remedy: 'Ask with SHOW DATABASES when in doubt.',
  },
  'postgresPasswords.trust': {
    summary: 'The pod template lets everybody in without a password (trust).',
    remedy:
      'Set POSTGRES_HOST_AUTH_METHOD to scram-sha-256; the line in pg_hba.conf of the data directory has to be changed too.',
  },
  'postgresPasswords.weak': {
    summary:
      'The pod template asks for passwords by {method}, which is weaker than scram-sha-256.',
    remedy:
      'Set password_encryption to scram-sha-256, set each password anew, then change pg_hba.conf.',
  },
  'postgresReplication.unseen': {
    summary:
      '{wanted} pods that are ready are not replication: each answers for itself, and nobody here has asked whether one follows another.',
    remedy:
      'Look at pg_stat_replication on the one that takes writes, or configure a Prometheus that reads postgres_exporter.',
  },
  'redisFollows.unseen': {
    summary:
      'A replica of Redis is ready as long as it answers itself, also when its master is gone; without metrics nobody here can tell.',
    remedy:
      'Ask each with INFO replication, or configure a Prometheus that reads redis_exporter.',
  },
  'redisVotes.noMajority': {
    summary:
      '{wanted} Sentinels: with one of them gone the others can replace no master.',
    remedy: 'Run three of them, on three nodes.',
  },
  'redisVotes.tooFew': {
    summary:
      '{ready} of {wanted} Sentinels are ready, and it takes {needed} to replace a master.',
    remedy:
      'See why the others are not ready; until then a failover is not to be had.',
  },
  'statefulAffinity.none': {
    summary:
      'Nothing asks that the pods of {statefulSet} run on different nodes.',
    remedy:
      'Add a podAntiAffinity or topologySpreadConstraints for kubernetes.io/hostname.',
  },
  'statefulAffinity.together': {
    summary: 'All pods of {statefulSet} run on the node {node}.',
    remedy:
      'Add a required podAntiAffinity for kubernetes.io/hostname, and delete one replica after the other.',
  },
  'statefulAsleep.going': {
    summary: '{database} is scaled to nothing, and its last pods end.',
    remedy: 'Wait.',
  },
  'statefulAsleep.hibernated': {
    summary: '{database} is scaled to nothing, and nothing of it runs.',
    remedy: 'Nothing, if that is meant so; scale it up when it is needed.',
  },
  'statefulAsleep.running': {
    summary: '{database} is scaled to nothing, and pods of it are still there.',
    remedy: 'See what keeps them.',
  },
  'statefulAsleep.unconfirmed': {
    summary:
      '{database} is scaled to nothing; whether it still runs nobody has said.',
    remedy: 'See whether the controller of StatefulSets works.',
  },
  'statefulClaims.missing': {
    summary: 'The volume claims {claims} are not there.',
    remedy:
      'If somebody deleted them, find the volumes before a pod gets an empty one.',
  },
  'statefulDeletion.terminating': {
    summary:
      'The StatefulSet {statefulSet} has been going away since {since:instant}.',
    remedy:
      'Its volume claims stay unless somebody deletes them. If nobody meant this, apply the manifest again.',
  },
  'statefulEvents.warning': {
    summary: 'Kubernetes warns ({reason}): {text}.',
    remedy: 'See what it complains about.',
  },
  'statefulExamples.secret': {
    summary:
      'It reads the Secret {secret}, which looks like an example by its name.',
    remedy:
      'Make a Secret with a password of its own, and set it in the database too.',
  },
  'statefulGuard.claimsToo': {
    summary: 'Whoever deletes {statefulSet} deletes its volume claims with it.',
    remedy: 'Set persistentVolumeClaimRetentionPolicy.whenDeleted to Retain.',
  },
  'statefulGuard.none': {
    summary: 'Nothing keeps {tool} from deleting {statefulSet}.',
    remedy:
      'Annotate it with argocd.argoproj.io/sync-options: Prune=false,Delete=false, or with helm.sh/resource-policy: keep.',
  },
  'statefulHealth.gone': {
    summary: 'No StatefulSet stands for {database} any more.',
    remedy: 'See who removed it.',
  },
  'statefulHealth.healthy': {
    summary: '{ready} of {wanted} pods are ready.',
    remedy: 'Nothing.',
  },
  'statefulHealth.unproven': {
    summary:
      'Nothing is wrong with {database} as far as can be seen, and nothing proves that it serves.',
    remedy: 'See what of its evidence is missing.',
  },
  'statefulLimits.none': {
    summary:
      'Not every container of {statefulSet} asks for memory and has a limit of it.',
    remedy: 'Set requests and limits for all its containers.',
  },
  'statefulReady.noWriter': {
    summary:
      'The part of {database} that takes writes is not there, or scaled to nothing.',
    remedy: 'Bring it back, or let a replica take over.',
  },
  'statefulReady.outage': {
    summary: 'None of {wanted} pods is ready.',
    remedy: 'See why the first one does not start.',
  },
  'statefulReady.outageYoung': {
    summary: 'None of {wanted} pods is ready at the moment.',
    remedy: 'Wait a few minutes.',
  },
  'statefulReady.partial': {
    summary: '{ready} of {wanted} pods are ready; {missing} is not.',
    remedy:
      'See why. Kubernetes does not tell whether the one that takes writes is among those that are ready.',
  },
  'statefulReady.partialAbsent': {
    summary:
      '{ready} of {wanted} pods are ready, and the others are not there.',
    remedy: 'See in the events of the StatefulSet why they are not made.',
  },
  'statefulReady.partialYoung': {
    summary: '{ready} of {wanted} pods are ready, since a short time.',
    remedy: 'Wait.',
  },
  'statefulReady.starting': {
    summary: 'It is new, and none of {wanted} pods is ready yet.',
    remedy: 'Wait.',
  },
  'statefulReady.surplus': {
    summary: '{ready} pods are ready, and {wanted} are wanted.',
    remedy: 'Wait until the others have ended.',
  },
  'statefulReclaim.deletes': {
    summary:
      'Whoever deletes a volume claim deletes the data: storage class {storageClass} keeps nothing.',
    remedy:
      'Use a storage class with reclaimPolicy Retain, and set it on the volumes that are there.',
  },
  'statefulReclaim.noVolume': {
    summary:
      'It has no volume of its own: what it stores may end with its pod.',
    remedy: 'Nothing for a cache; otherwise give it volumeClaimTemplates.',
  },
  'statefulReclaim.unseen': {
    summary:
      'The storage class {storageClass} is not there: whether the data outlives a deleted claim is not known.',
    remedy: 'Look at persistentVolumeReclaimPolicy of its volumes.',
  },
  'statefulRollout.going': {
    summary:
      '{statefulSet} is being updated: {updated} of {wanted} pods are new.',
    remedy: 'Wait.',
  },
  'statefulRollout.held': {
    summary:
      '{updated} of {wanted} pods of {statefulSet} are as it is declared now; the others wait until somebody lets them go.',
    remedy: 'Delete the old pods one by one, or lower the partition.',
  },
  'statefulRollout.stuck': {
    summary:
      'An update of {statefulSet} does not move: {updated} of {wanted} pods are new.',
    remedy:
      'See why the newest pod is not ready. A StatefulSet does not go back by itself: after a correction delete that pod.',
  },
  'statefulService.none': {
    summary:
      'No service with port {port} leads to {database}, as far as labels tell.',
    remedy: 'See how apps reach it.',
  },
  'statefulService.sentinel': {
    summary:
      '{services} leads to all {count} servers: apps have to ask Sentinel for the master, and not write through it.',
    remedy: 'Give apps the address of Sentinel.',
  },
  'statefulService.spread': {
    summary:
      '{services} leads to all {count} servers: writes may reach one that only replicates, or that has data of its own.',
    remedy:
      'Lead apps to the one that takes writes: by a label that moves with the role, or by a service for that pod.',
  },
  'statefulSetIncomplete.others': {
    summary: '{statefulSet} lacks what all like it beside it have: {missing}.',
    remedy:
      'Add it, or say with the annotation basewell.dev/expects what this one shall have.',
  },
  'statefulSetIncomplete.said': {
    summary: '{statefulSet} lacks what it is said to have: {missing}.',
    remedy: 'Add it, or correct the annotation basewell.dev/expects.',
  },
  'statefulSingle.one': {
    summary:
      'Production runs in one pod: each restart and each lost node is an outage.',
    remedy:
      'Have a replica that can take over, or agree that outages are fine.',
  },
  'statefulStatus.behind': {
    summary:
      'Kubernetes has not acted on the newest version of {statefulSet} yet.',
    remedy: 'If that lasts, see whether the controller of StatefulSets works.',
  },
  'statefulStatus.new': {
    summary:
      '{statefulSet} is new, and Kubernetes has not said anything of it.',
    remedy: 'Wait.',
  },
  'statefulStatus.silent': {
    summary: 'Kubernetes says nothing of the pods of {statefulSet}.',
    remedy: 'See whether the controller of StatefulSets works.',
  },
  'statefulWriter.noAddress': {
    summary: 'No address is behind {services}, so nothing can be written.',
    remedy:
      'See whether its selector fits the labels of the pods that are ready.',
  },
  'statefulWriter.someEmpty': {
    summary: 'No address is behind {services}; other services lead to it.',
    remedy: 'See whether apps use it, and whether its selector still fits.',
  },
} as const;
