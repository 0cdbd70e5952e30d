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

/** What is said about the health of databases that operators other than CloudNativePG run, in English. */
export const operated = {
  'operatedCondition.says': {
    summary: 'The {operator} operator says {condition}: {text}.',
    remedy: 'Look at the pods first: a condition may be older than they are.',
  },
  'operatedDeletion.terminating': {
    summary: 'The {kind} {database} has been going away for {since:age}.',
    remedy:
      'If nobody wanted that, stop it now: keep its volumes and backups, and read its finalizers.',
  },
  'operatedEvents.warning': {
    summary:
      'The {operator} operator, or Kubernetes, warns ({reason}): {text}.',
    remedy: 'See what it complains about; events are kept for an hour.',
  },
  'operatedGeneration.behind': {
    summary: 'The {operator} operator has not come to the last change yet.',
    remedy: 'If it stays so, see whether the operator runs, and read its log.',
  },
  'operatedGroup.down': {
    summary:
      'Of the {group} {ready} of {wanted} are ready, which is too few to serve.',
    remedy: 'Look at the pods of that group and their log now.',
  },
  'operatedGuard.none': {
    summary:
      'Argo CD deletes the {kind} {database}, and the database with it, when its manifest is not found any more.',
    remedy:
      'Add argocd.argoproj.io/sync-options: Prune=false,Delete=false to it in git.',
  },
  'operatedHealth.allReady': {
    summary: '{ready} of {wanted} instances are ready.',
    remedy: 'Nothing.',
  },
  'operatedHealth.gone': {
    summary: 'The {kind} {database} is not there any more.',
    remedy:
      'If it was removed on purpose, nothing; otherwise restore its manifest, and see what became of its volumes.',
  },
  'operatedHealth.healthy': {
    summary:
      '{ready} of {wanted} instances are ready; {primary} takes the writes.',
    remedy: 'Nothing.',
  },
  'operatedHealth.unproven': {
    summary:
      'Nothing is wrong with {database} as far as can be seen, but that it serves is not proven.',
    remedy: 'See in the evidence what is missing.',
  },
  'operatedHealth.unseen': {
    summary:
      'The pods of {database} are not seen, and the word of the {operator} operator ({ready} ready) proves too little.',
    remedy: 'Let the portal list and watch pods in that namespace.',
  },
  'operatedInstances.coming': {
    summary: 'No instance is ready yet; {wanted} shall be.',
    remedy:
      'Wait: it counts as failed when that lasts longer than {limit:duration} after it was made.',
  },
  'operatedInstances.contradiction': {
    summary:
      '{seen} pods are ready, but the {operator} operator counts {reported}.',
    remedy:
      'If it stays so, see whether the operator runs: it no longer writes what it sees.',
  },
  'operatedInstances.outage': {
    summary: 'None of its {wanted} instances is ready.',
    remedy:
      'Look at the pods and their log now: nothing can be read or written.',
  },
  'operatedInstances.outageYoung': {
    summary: 'None of its {wanted} instances is ready for the moment.',
    remedy:
      'Wait: it counts as down when that lasts longer than {limit:duration}.',
  },
  'operatedInstances.partial': {
    summary: '{ready} of {wanted} instances are ready; missing: {missing}.',
    remedy: 'Read the log of the instance that is missing.',
  },
  'operatedInstances.partialAbsent': {
    summary:
      '{ready} of {wanted} instances are ready; of the rest there is no pod to be seen.',
    remedy:
      'Find out why the operator does not make them: a quota, the nodes, the volumes, or its own log.',
  },
  'operatedInstances.partialYoung': {
    summary:
      '{ready} of {wanted} instances are ready; the others are on their way.',
    remedy: 'Wait; it counts as degraded when that lasts.',
  },
  'operatedInstances.surplus': {
    summary: '{ready} instances are ready, and only {wanted} are wanted.',
    remedy: 'Wait until the operator has removed the others.',
  },
  'operatedLimits.arangodb': {
    summary:
      'Ready members do not show whether shards are in sync, or how far a follower is behind.',
    remedy: 'Ask a coordinator, or give the portal metrics of this database.',
  },
  'operatedLimits.clickhouse': {
    summary:
      'The status of the operator is about its last change, and a ready pod may hold read-only tables: neither shows replication.',
    remedy: 'Ask system.replicas, or give the portal metrics of this database.',
  },
  'operatedLimits.patroni': {
    summary:
      'Ready pods do not show whether the replicas follow the primary, or how far they are behind.',
    remedy:
      'Look at patronictl list in one of the pods, or give the portal metrics of this database.',
  },
  'operatedLimits.stackgres': {
    summary:
      'StackGres counts no ready instances, and its conditions have been stale before: this rests on the pods, which do not show replication.',
    remedy:
      'Look at patronictl list in one of the pods, or give the portal metrics of this database.',
  },
  'operatedLimits.zalando': {
    summary:
      'Neither replication nor the archive of WAL-G can be seen in the resource or the pods.',
    remedy:
      'Look at patronictl list and at the log of the primary, or give the portal metrics of this database.',
  },
  'operatedOpen.open': {
    summary:
      'Whoever reaches it may read and write: it was told to ask nobody for a password.',
    remedy:
      'Name a Secret for its token instead of None, or let the operator make one.',
  },
  'operatedOpen.root': {
    summary:
      'Its root user was made with an empty password, unless somebody has set one since.',
    remedy:
      'Name a Secret, or Auto, in spec.bootstrap.passwordSecretNames; of a database that is there already, set the password.',
  },
  'operatedPaused.paused': {
    summary:
      'The {operator} operator was told to leave it alone ({field}): what is asked for is not done, and what it says may be old.',
    remedy: 'Undo that when the work is over.',
  },
  'operatedPooler.down': {
    summary:
      'None of the {wanted} instances of its pooler is ready: apps that connect through it are down.',
    remedy: 'Look at the pods of the pooler.',
  },
  'operatedPooler.partial': {
    summary: '{ready} of {wanted} instances of its pooler are ready.',
    remedy: 'Look at the pods of the pooler.',
  },
  'operatedPrimary.down': {
    summary: 'The primary {primary} is not ready, and nobody has taken over.',
    remedy:
      'Look at its log and at those of the others: nothing can be written meanwhile.',
  },
  'operatedPrimary.none': {
    summary: 'No instance is labeled as the primary: writes go nowhere.',
    remedy:
      'See with patronictl list whether one is elected, and read the logs.',
  },
  'operatedPrimary.several': {
    summary: 'Several ready instances are labeled as the primary: {names}.',
    remedy:
      'Find out at once which one apps write to: histories may be parting.',
  },
  'operatedSingle.single': {
    summary:
      'It is a production database with one instance: while that restarts, or its node does, nothing can be read or written.',
    remedy: 'Ask for two more instances.',
  },
  'operatedStop.stopped': {
    summary: 'It stands still because it shall ({field}).',
    remedy: 'Nothing; undo that to start it.',
  },
  'operatedStop.stopping': {
    summary:
      'It shall stand still ({field}), but pods of it are still seen, or nobody can see that there are none.',
    remedy: 'Wait; if it stays so, read the log of the operator.',
  },
  'operatedWord.absent': {
    summary: 'The {operator} operator has written nothing on the {kind} yet.',
    remedy: 'See whether the operator runs and watches this namespace.',
  },
  'operatedWord.error': {
    summary:
      'The {operator} operator reports an error; its words may hold values and are not read here.',
    remedy: 'Read it in the status of the resource.',
  },
  'operatedWord.failed': {
    summary: 'The {operator} operator has given up: {word}.',
    remedy:
      'Read its log and the events of the resource; most often the manifest, a quota or a volume is the cause.',
  },
  'operatedWord.going': {
    summary: 'The {operator} operator is at work: {word}.',
    remedy: 'Wait; it is said when that takes too long.',
  },
  'operatedWord.refused': {
    summary:
      'The {operator} operator did not carry out the last change: {word}; what ran before may still run.',
    remedy: 'Read its log for the reason, and correct the manifest.',
  },
  'operatedWord.startStuck': {
    summary:
      'The first start has taken more than {limit:duration}; the {operator} operator still says {word}.',
    remedy: 'Look at the pods, the volumes and the log of the operator.',
  },
  'operatedWord.stuck': {
    summary:
      'The {operator} operator has said {word} for more than {limit:duration}.',
    remedy: 'Look at the pods and at its log: it does not get on.',
  },
  'operatedWord.unknown': {
    summary:
      'The {operator} operator says "{word}", a word that is not known here.',
    remedy:
      'Look the word up in the documentation of the operator, and report it to the makers of the portal.',
  },
  'operatedWriter.empty': {
    summary:
      'The service {service}, which apps write to, has no ready instance behind it.',
    remedy:
      'See which instance is labeled as the primary, and whether it is ready.',
  },
} as const;
