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

/** What is said about the health of a database, in English. */
export const health = {
  'cnpgBootstrap.archiveTaken': {
    summary:
      'It cannot be set up: the archive {archive} that it would write to already holds another history.',
    remedy:
      'Give the plugin of the new cluster a serverName of its own; the source of the recovery keeps the old one.',
  },
  'cnpgBootstrap.failed': {
    summary: 'The first set-up failed in {pods}.',
    remedy:
      'Read the log of the pod; the operator does not start it anew for ever.',
  },
  'cnpgCertificates.expired': {
    summary: 'The certificate in {secret} expired at {at:instant}.',
    remedy:
      'The operator renews it by itself: look at its log for why it did not.',
  },
  'cnpgCertificates.expiring': {
    summary:
      'The certificate in {secret} expires at {at:instant} and was not renewed yet.',
    remedy:
      'The operator renews it by itself a week before; if it does not today, look at its log.',
  },
  'cnpgCertificates.ownExpired': {
    summary:
      'The certificate in {secret}, which you supply, expired at {at:instant}.',
    remedy:
      'Renew it where it comes from: the operator never does for a certificate of your own.',
  },
  'cnpgCertificates.ownExpiring': {
    summary:
      'The certificate in {secret}, which you supply, expires at {at:instant}.',
    remedy:
      'Renew it where it comes from: the operator never does for a certificate of your own.',
  },
  'cnpgCertificates.unreadable': {
    summary:
      'Nobody can tell when the certificate in {secret} expires: its time reads "{text}".',
    remedy:
      "Look at the certificate itself, and report the operator's version to the makers of the portal.",
  },
  'cnpgContradiction.pods': {
    summary: '{seen} instances are ready, but the operator says {reported}.',
    remedy:
      'If it stays so, see whether the operator runs: it no longer writes what it sees.',
  },
  'cnpgContradiction.ready': {
    summary:
      'The operator contradicts itself: the phase is "{phase}", and Ready is {ready}.',
    remedy:
      'Look at the pods: what the operator wrote is of two different times.',
  },
  'cnpgDatabases.failed': {
    summary: 'The database {database} could not be made as declared: {reason}.',
    remedy:
      'Mend what the message says in the manifest of the Database; the operator tries again by itself.',
  },
  'cnpgDatabases.outdated': {
    summary:
      'The operator has not come to the last change of the database {database} yet.',
    remedy: 'Wait a minute; if it stays so, read the log of the primary.',
  },
  'cnpgDatabases.unconfirmed': {
    summary: 'Nobody has said yet whether the database {database} exists.',
    remedy:
      'Wait until the Cluster is healthy; if it stays so, read the log of the primary.',
  },
  'cnpgDeleteGuard.inert': {
    summary:
      'Argo CD may delete this database: the annotation manifest-gc-strategy, which should prevent it, means nothing to it.',
    remedy:
      'Add argocd.argoproj.io/sync-options: Prune=false,Delete=false to the Cluster in git.',
  },
  'cnpgDeletion.terminating': {
    summary: '{cluster} has been being deleted for {since:age}.',
    remedy:
      'Nothing undoes this: if it was not meant, save the volumes now (reclaim policy Retain) and recover from the backup.',
  },
  'cnpgDisk.walKept': {
    summary:
      'WAL is not archived, so it stays on the volume ({size}) until that is full; then the database stops.',
    remedy:
      'Mend the archiving first; enlarge the volume if it gets tight. Delete no WAL by hand.',
  },
  'cnpgDrain.blocked': {
    summary:
      'Node {node} is being emptied and waits for the only instance, which the budget {budget} protects.',
    remedy:
      'Add an instance, or set spec.enablePDB: false in git for the time of the drain and accept the outage.',
  },
  'cnpgEvents.recent': {
    summary: '{reason} ({count}): {message}.',
    remedy: 'Nothing by itself; read it beside the other findings.',
  },
  'cnpgFencing.all': {
    summary:
      'All instances of {cluster} are fenced: somebody keeps Postgres stopped.',
    remedy: 'Find out who fenced them and why; then lift it.',
  },
  'cnpgFencing.primary': {
    summary:
      'The primary {instance} is fenced: somebody keeps its Postgres stopped, and no other takes over.',
    remedy: 'Find out who fenced it and why; then lift it.',
  },
  'cnpgFencing.replica': {
    summary:
      'The replica {instance} is fenced: somebody keeps its Postgres stopped.',
    remedy: 'Find out who fenced it and why; then lift it.',
  },
  'cnpgFencing.stale': {
    summary:
      '{instance} is fenced, but does not exist: an instance that gets this name would not start.',
    remedy: 'Lift the fence.',
  },
  'cnpgFencing.unreadable': {
    summary:
      'Nobody can tell which instances are fenced: the annotation is no list of names.',
    remedy:
      'Write cnpg.io/fencedInstances as a JSON list such as ["shop-cnpg-1"], or remove it.',
  },
  'cnpgHealth.gone': {
    summary: 'The Cluster {cluster} is not there any more.',
    remedy:
      'If it was not meant to go, look at the history of the git repository and at Argo CD.',
  },
  'cnpgHealth.healthy': {
    summary:
      '{ready} of {wanted} instances are ready; {primary} is the primary.',
    remedy: 'Nothing.',
  },
  'cnpgHealth.object': {
    summary: '{object} says {state} about itself.',
    remedy: 'Nothing.',
  },
  'cnpgHealth.unproven': {
    summary:
      'Nothing is known to be wrong with {cluster}, but nothing proves that it serves either.',
    remedy: 'Look at the evidence for what is missing.',
  },
  'cnpgHibernation.going': {
    summary: '{cluster} is going to hibernate.',
    remedy: 'Wait until its pods are gone.',
  },
  'cnpgHibernation.hibernated': {
    summary:
      '{cluster} hibernates: somebody stopped it on purpose, and its volumes are kept.',
    remedy: 'Set cnpg.io/hibernation to off, in git, to wake it.',
  },
  'cnpgHibernation.running': {
    summary:
      'It is said to hibernate, yet {ready} instances are ready or still run.',
    remedy: 'Look at the pods, and whether the operator runs.',
  },
  'cnpgHibernation.unconfirmed': {
    summary:
      '{cluster} was told to hibernate, and the operator has not confirmed it.',
    remedy:
      'Look at the condition cnpg.io/hibernation, and whether the operator runs.',
  },
  'cnpgHibernation.wrongValue': {
    summary:
      'The annotation cnpg.io/hibernation says "{value}", which means nothing.',
    remedy: 'Write on or off.',
  },
  'cnpgInstances.outage': {
    summary: 'No instance is ready; {wanted} should be.',
    remedy:
      'Look at the pods and their log now: nothing can be read or written.',
  },
  'cnpgInstances.outageYoung': {
    summary: 'No instance is ready for the moment; {wanted} should be.',
    remedy:
      'Wait: it counts as down when that lasts longer than {limit:duration}.',
  },
  'cnpgInstances.partial': {
    summary: '{ready} of {wanted} instances are ready; not ready: {missing}.',
    remedy:
      'Read the log of the instance that is missing; a replica that cannot catch up has to be made anew.',
  },
  'cnpgInstances.partialAbsent': {
    summary:
      '{ready} of {wanted} instances are ready; nothing is seen of the rest.',
    remedy:
      'Find out why the operator does not make them: a quota, the nodes, the volumes, or its own log.',
  },
  'cnpgInstances.partialYoung': {
    summary: '{ready} of {wanted} instances are ready; the rest is on its way.',
    remedy: 'Wait; it counts as degraded when that lasts.',
  },
  'cnpgInstances.surplus': {
    summary:
      '{ready} instances are ready, more than the {wanted} that are wanted.',
    remedy: 'Wait until the operator has removed the others.',
  },
  'cnpgPaused.disabled': {
    summary:
      'The operator was told to leave {cluster} alone: everything it wrote may be old, and it would not fail over.',
    remedy:
      'Find out who disabled it and why; then remove the annotation cnpg.io/reconciliationLoop.',
  },
  'cnpgPhase.absent': {
    summary: 'The operator has not said anything about {cluster} yet.',
    remedy:
      'If that lasts longer than a minute, see whether the operator runs and watches this namespace.',
  },
  'cnpgPhase.blind': {
    summary:
      'The operator cannot reach the instances ("{phase}"), so nobody knows how they are.',
    remedy:
      'Let the operator reach port 8000 of the pods: usually a NetworkPolicy is in the way.',
  },
  'cnpgPhase.bootstrapStuck': {
    summary: 'The first instance has not come up within {limit:duration}.',
    remedy:
      'Look at the pods and volumes of the Cluster, and at the log of its set-up job.',
  },
  'cnpgPhase.bootstrapping': {
    summary: 'The first instance is being set up.',
    remedy: 'Wait; a recovery takes as long as the data is large.',
  },
  'cnpgPhase.broken': {
    summary: 'The operator cannot go on: {reason}.',
    remedy:
      'Mend what it says; it goes on by itself then. Its phase is "{phase}".',
  },
  'cnpgPhase.delayed': {
    summary:
      'The operator postpones an upgrade of this Cluster, as it is configured to.',
    remedy: 'Nothing; it comes to it.',
  },
  'cnpgPhase.diskFull': {
    summary:
      'A disk is full: Postgres does not run until the volume is larger.',
    remedy:
      'Enlarge the storage (or the WAL storage) in git and merge it; then find out why it filled: failed archiving, or a slot.',
  },
  'cnpgPhase.maintenance': {
    summary: 'It is down on purpose for a while: {phase}.',
    remedy: 'Wait.',
  },
  'cnpgPhase.maintenanceStuck': {
    summary:
      'It has been down for longer than {limit:duration}: "{phase}" does not end.',
    remedy:
      'Look at the pods and jobs of the Cluster, and at the log of the operator.',
  },
  'cnpgPhase.moving': {
    summary: 'The primary changes ({phase}); nothing can be written meanwhile.',
    remedy: 'Wait a moment; apps have to connect again.',
  },
  'cnpgPhase.movingStuck': {
    summary:
      'The primary has been changing for longer than {limit:duration} ("{phase}"); nothing can be written.',
    remedy:
      'Look at the new primary: usually it cannot start, or the old one does not stop.',
  },
  'cnpgPhase.progressing': {
    summary: 'The operator is at work: {phase}.',
    remedy: 'Wait.',
  },
  'cnpgPhase.stuck': {
    summary:
      'The operator has been at it for longer than {limit:duration}: "{phase}".',
    remedy: 'Look at the pods of the Cluster and at the log of the operator.',
  },
  'cnpgPhase.supervised': {
    summary:
      'An upgrade waits until somebody starts the switchover, as it was declared.',
    remedy: 'Promote a replica when it suits: kubectl cnpg promote.',
  },
  'cnpgPhase.unknown': {
    summary:
      'The operator says "{phase}", and this version of the portal does not know what that means.',
    remedy: 'Judge by the instances, and update the portal.',
  },
  'cnpgPhase.unrecoverable': {
    summary:
      'The operator gave up: no instance can be brought back without a person.',
    remedy:
      'Recover a new cluster from the backup, or save what a volume still holds. Delete no volume before that.',
  },
  'cnpgPhase.waiting': {
    summary: 'The operator waits for a person.',
    remedy: 'See what it asks for: kubectl cnpg status.',
  },
  'cnpgPlacement.nodeDown': {
    summary: 'Node {node}, where {instance} is, does not answer.',
    remedy: 'Look at the node; the volume of the instance may be bound to it.',
  },
  'cnpgPlacement.oneNode': {
    summary: 'All {ready} instances are on one node, and go with it.',
    remedy:
      'Add a node that may take them, or ask for podAntiAffinityType: required.',
  },
  'cnpgPlugins.missing': {
    summary:
      'The operator has not loaded {plugins}: what the plugin does, archiving WAL perhaps, does not happen.',
    remedy:
      "See whether the plugin runs in the operator's namespace and its certificates are valid.",
  },
  'cnpgPods.image': {
    summary:
      '{pod} does not start: the image {image} cannot be had ({reason}).',
    remedy: 'Correct the image, or the pull secret, or the registry.',
  },
  'cnpgPods.restarted': {
    summary:
      '{pod} restarted within the hour: {reason} ({restarts} restarts in all).',
    remedy:
      'Read the log of its last run; for OOMKilled, give it more memory or less work.',
  },
  'cnpgPods.unschedulable': {
    summary: 'No node takes {pod}.',
    remedy:
      'See what it lacks in the evidence: memory, processors, a node in the zone of its volume.',
  },
  'cnpgPods.waiting': {
    summary: '{pod} does not stay up: {reason}.',
    remedy: 'Read the log of its last run.',
  },
  'cnpgPoolers.failed': {
    summary: 'The pooler {pooler} does not work: {reason}.',
    remedy:
      'Mend what it says; apps may use the service of the database meanwhile.',
  },
  'cnpgPoolers.noPod': {
    summary:
      'None of the {wanted} pods of the pooler {pooler} is ready: apps that connect through it are down.',
    remedy:
      'Look at its pods; apps may use the service of the database meanwhile.',
  },
  'cnpgPoolers.paused': {
    summary: 'The pooler {pooler} is paused: it holds all clients back.',
    remedy:
      'Find out who paused it; then set spec.pgbouncer.paused to false in git.',
  },
  'cnpgPrimary.failing': {
    summary: 'The primary {primary} does not answer the operator.',
    remedy:
      'Look at its pod and node; the operator fails over when its delay has gone by.',
  },
  'cnpgPrimary.moving': {
    summary: 'The primary moves from {from} to {to}.',
    remedy: 'Wait a moment.',
  },
  'cnpgPrimary.notReady': {
    summary: 'The primary {primary} is not ready: nothing can be written.',
    remedy: 'Look at its pod now.',
  },
  'cnpgPrimary.stuck': {
    summary: 'The primary should move from {from} to {to}, and does not.',
    remedy:
      'Look at both instances: the new one cannot start, or the old one does not stop.',
  },
  'cnpgRoles.role': {
    summary: 'The role {role} is not as declared.',
    remedy:
      'Correct what the evidence says; usually its secret names another user, or it is declared twice.',
  },
  'cnpgRoles.tablespace': {
    summary: 'The tablespace {tablespace} is not as declared.',
    remedy: 'Correct what the evidence says.',
  },
  'cnpgShared.absent': {
    summary:
      'The database {database} was made when the CNPG cluster was made, but a Database object says that it shall not be there.',
    remedy:
      'If it is not needed, take it out of the SQL of the bootstrap; otherwise set ensure: present on the Database.',
  },
  'cnpgShared.bootstrap': {
    summary:
      'The database {database} was made by SQL that ran once, when the CNPG cluster was made; nobody reports whether it is still there.',
    remedy:
      'Declare it with a Database object; the operator then says whether it exists.',
  },
  'cnpgShared.instance': {
    summary:
      'The database {database} is one of several in the CNPG cluster {cluster}: its instances, health and backups are those of the cluster.',
    remedy:
      'Look at the cluster for what concerns all of them; a restore brings all of them back to one instant.',
  },
  'cnpgSingle.one': {
    summary:
      'Production runs on one instance: each restart and each lost node is an outage.',
    remedy: 'Ask for two more instances, or agree that outages are fine.',
  },
  'cnpgSplit.systemId': {
    summary:
      'The instances do not belong to one database: their system ids differ.',
    remedy:
      'Stop the apps, keep all volumes, and find out which instance holds the true data before anything else.',
  },
  'cnpgSplit.timeline': {
    summary:
      '{instances} is not on timeline {timeline} of the primary, so it does not follow it.',
    remedy:
      'Read its log; if it cannot rejoin, delete its pod and volume so that it is made anew.',
  },
  'cnpgSplit.twoPrimaries': {
    summary: 'More than one instance says it is the primary: {instances}.',
    remedy:
      'Stop writes now, keep all volumes, and fence the one that the rw service does not point to.',
  },
  'cnpgStorage.dangling': {
    summary: 'No instance uses the volumes {claims}.',
    remedy:
      'See why the operator does not attach them; they are what a lost instance would come back from.',
  },
  'cnpgStorage.initializing': {
    summary: 'The volumes {claims} are being filled.',
    remedy: 'Wait.',
  },
  'cnpgStorage.lost': {
    summary: 'The volume behind {claim} is lost.',
    remedy:
      'Find the volume before you delete the claim: it may be there under another name.',
  },
  'cnpgStorage.pending': {
    summary:
      '{claim} gets no volume of {requested} from storage class {storageClass}.',
    remedy: 'See in its events what the provisioner says.',
  },
  'cnpgStorage.resizing': {
    summary: '{claim} grows to {requested}.',
    remedy: 'Wait; some storage classes need the pod to start anew.',
  },
  'cnpgStorage.unusable': {
    summary:
      'The volumes {claims} are of no use to their instance: one of the group is missing.',
    remedy: 'Find the missing volume before you delete anything.',
  },
  'cnpgWriter.noAddress': {
    summary:
      'The service {service} leads nowhere: apps cannot connect to write.',
    remedy:
      'See which pod carries the label cnpg.io/instanceRole=primary, and whether it is ready.',
  },
} as const;
