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

/** What metrics show, in English. */
export const metrics = {
  'clickhouseKeeper.none': {
    summary:
      '{pod} holds no session with ZooKeeper or Keeper: its replicated tables cannot be written.',
    remedy:
      'Look at Keeper and at the way to it; without replicated tables this is as it should be.',
  },
  'clickhouseKeeper.several': {
    summary:
      '{pod} holds {count} sessions with ZooKeeper or Keeper instead of one.',
    remedy:
      'Look for connections to Keeper that break; an old session that lives on can hold locks.',
  },
  'clickhouseReplicas.behind': {
    summary:
      'Replicated tables of {subject} are {lag:duration} behind; {limit:duration} are allowed.',
    remedy: 'Look at system.replication_queue there for what fails or waits.',
  },
  'clickhouseReplicas.queue': {
    summary: '{count} tasks of replication wait in {subject}.',
    remedy: 'Look at system.replication_queue there for what fails or waits.',
  },
  'clickhouseReplicas.readonly': {
    summary:
      '{count} replicated tables of {subject} are read-only: they take no writes.',
    remedy:
      'Look at Keeper and at system.replicas; SYSTEM RESTORE REPLICA helps when Keeper lost its data.',
  },
  'connectionsLeft.full': {
    summary:
      '{pod} has {used} connections open of {limit}: the next ones will be refused.',
    remedy:
      'Find in pg_stat_activity who holds them; put a pooler in front before raising max_connections.',
  },
  'connectionsLeft.near': {
    summary: '{pod} has {used} connections open of {limit}.',
    remedy:
      'Find in pg_stat_activity who holds them; put a pooler in front before they run out.',
  },
  'metricsKnown.none': {
    summary:
      'Prometheus of {kubernetesCluster} has no metrics of this database, so replication, archiving, connections and disk use are not measured.',
    remedy:
      'Have its exporter scraped, with the labels namespace and pod; docs/how-to/connect-prometheus.md says how.',
  },
  'redisMaster.dead': {
    summary:
      'No Redis is master, so nothing can be written; {dead} does not answer.',
    remedy:
      'Look at the one that does not answer; Sentinels elect another master only with a quorum, and without Sentinels nobody does.',
  },
  'redisMaster.none': {
    summary: 'No Redis is master, so nothing can be written.',
    remedy:
      'See with INFO replication whom they follow; REPLICAOF NO ONE makes one of them master.',
  },
  'redisMaster.several': {
    summary:
      '{pods} are masters at the same time: each takes writes that the others never see.',
    remedy:
      'Decide whose data count before anything else; then have the others follow it with REPLICAOF.',
  },
  'redisMaster.unseen': {
    summary:
      'Of {wanted} Redis the metrics show {count}, and none of them is master.',
    remedy:
      'Have all of them scraped: the master may be one that is not measured.',
  },
  'redisPersistence.failing': {
    summary:
      '{pod} cannot write its data to disk; by default Redis then refuses writes.',
    remedy: 'Look at its log and at the room on its volume.',
  },
  'redisReplication.cut': {
    summary:
      'Replicas without a link to their master: {pods}. They answer with old data.',
    remedy:
      'Look at the master and at the network between; they begin anew by themselves once it answers.',
  },
  'redisSentinels.master': {
    summary: 'The Sentinel {pod} does not reach the master {master}.',
    remedy:
      'Look at the master; if it is gone, the Sentinels elect another one within their time-out.',
  },
  'redisSentinels.quorum': {
    summary:
      'By the Sentinel {pod} no quorum can be reached for {master}: nobody would take over from a dead master.',
    remedy:
      'Have as many Sentinels run, and reach each other, as the quorum and a majority need.',
  },
  'replicationLag.behind': {
    summary:
      '{pod} is {lag:duration} behind its primary; {limit:duration} are allowed.',
    remedy:
      'Look for long queries on it, for a slow disk, and for the network between them.',
  },
  'replicationStreams.missing': {
    summary:
      '{count} of {standbys} standbys stream: what is written now would be lost with the primary, as far as the others are concerned.',
    remedy:
      'Read the log of the standby that is missing; one whose WAL is gone has to be made anew.',
  },
  'replicationStreams.young': {
    summary: '{count} of {standbys} standbys stream, since a moment ago.',
    remedy: 'Wait: a standby that was restarted catches up by itself.',
  },
  'serverAnswers.silent': {
    summary: '{pod} does not answer its exporter, though its pod may be Ready.',
    remedy:
      'Connect to it by hand: either it takes no connections, or the exporter has a wrong password.',
  },
  'singlePrimary.none': {
    summary:
      'Of {pods} none takes writes: all of them replay what another server writes.',
    remedy:
      'Promote the one with the newest data; if they are the standbys of another site, this is as it should be.',
  },
  'singlePrimary.several': {
    summary:
      '{pods} take writes, each for itself: they do not replicate each other.',
    remedy:
      'Decide whose data count before anything else; then make the others standbys of it, or let one replica do.',
  },
  'slotsRead.inactive': {
    summary:
      'Nobody reads the replication slot {slot} of {pod}, and it holds back {size:bytes} of WAL.',
    remedy:
      'Start whoever reads it, or drop it with pg_drop_replication_slot before the volume is full.',
  },
  'volumesLeft.full': {
    summary: 'The volume {claim} is {percent} % full, of {size:bytes}.',
    remedy:
      'Enlarge the claim if its storage class allows that, or make room; a database with a full volume stops.',
  },
  'volumesLeft.near': {
    summary: 'The volume {claim} is {percent} % full, of {size:bytes}.',
    remedy: 'Plan for more room before it is needed.',
  },
  'walArchived.failing': {
    summary:
      '{pod} cannot archive WAL: what is written now cannot be restored, and the volume fills.',
    remedy:
      'Read its log for the command that fails: the credentials, the address or the room of the archive.',
  },
  'walArchived.late': {
    summary:
      '{count} WAL segments of {pod} wait to be archived, and the last one was archived {since:age} ago.',
    remedy:
      'Look at the archive and at the way to it; what waits would be lost with the volume.',
  },
} as const;
