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

/** What is said about its backups, in English. */
export const backup = {
  'backupAge.late': {
    summary:
      'The last good backup is {at:age} old ({object}), and the one due at {slot:instant} is missing; the schedule promises one every {interval:duration}.',
    remedy:
      'See whether one is running; if not, look at the events of {schedule}, and at the log of what makes the backups.',
  },
  'backupAge.never': {
    summary:
      'No backup has ever succeeded; the first was due at {slot:instant} by {schedule}.',
    remedy:
      'Look at the events of {schedule}, and make one by hand to see what it says.',
  },
  'backupAge.neverFailing': {
    summary:
      'No backup has ever succeeded, though one was due at {slot:instant} by {schedule}; {object} failed: {error}.',
    remedy:
      'Mend what the error names, then make a backup by hand: a failed one is not tried again before the next slot.',
  },
  'backupAge.overObjective': {
    summary:
      'The last good backup is {at:age} old ({object}); it may be {objective:duration} old at most.',
    remedy:
      'Make a backup now, and schedule them at least as often as the objective asks.',
  },
  'backupAge.stale': {
    summary:
      'No good backup for {at:age} ({object}); the schedule promises one every {interval:duration}, and the slots since {slot:instant} were missed.',
    remedy:
      'Look at the events of {schedule} and the log of what makes the backups, then make one by hand.',
  },
  'backupAgreement.differs': {
    summary:
      '{object} says that the last good backup was at {at:instant}, {other} says {otherAt:instant}.',
    remedy:
      'If the store is behind, the primary may not reach it: look at the log of the backup sidecar.',
  },
  'backupAgreement.vanished': {
    summary:
      'A good backup of {before:instant} was there and is gone; the last one now is {now:instant}.',
    remedy:
      'Look at who deletes in the backup store: a lifecycle rule of the bucket, or somebody by hand.',
  },
  'backupBeside.copy': {
    summary:
      '{object} writes what it reads from {from} into {to}: that is a copy, and no backup.',
    remedy:
      'Nothing needs to be done; do not count on it when data has to be restored.',
  },
  'backupBeside.other': {
    summary: '{object} ({title}) copies it as well; that does not decide here.',
    remedy:
      'Nothing needs to be done, unless that is what restores are made from.',
  },
  'backupBlocked.oldest': {
    summary:
      '{object} is {phase} and will not be done; the next backups wait for it ({waiting} waiting).',
    remedy:
      'Find the cause in its events, then delete that Backup: the next ones go on by themselves.',
  },
  'backupConfigured.none': {
    summary:
      'Nothing backs {cluster} up: it has neither a backup plugin nor a backup section.',
    remedy:
      'Add the Barman Cloud plugin with an ObjectStore and a ScheduledBackup, or accept that this data can be lost.',
  },
  'backupConfigured.scheduledOnly': {
    summary:
      '{schedules} asks for backups of {cluster}, which is not set up for any.',
    remedy:
      'Add the plugin or the backup section to the Cluster; until then every backup that is asked for fails.',
  },
  'backupDeprecated.inTree': {
    summary:
      'Backups of {cluster} are made by CloudNativePG itself: deprecated since 1.26, and announced to be gone with 1.31.',
    remedy:
      'Move to the Barman Cloud plugin before the operator is upgraded to 1.31; from then on no backup would be made.',
  },
  'backupEvents.silent': {
    summary: '{object}: {reason} ({count}).',
    remedy: 'Look at the log of the operator.',
  },
  'backupEvents.warning': {
    summary: '{object}: {reason} ({count}): {message}.',
    remedy:
      'Mend what the operator names; such a warning is gone after an hour, and nothing else keeps it.',
  },
  'backupFailed.newest': {
    summary:
      '{object} failed at {at:instant}, after the last good backup of {good:instant}: {error}.',
    remedy:
      'Mend what the error names, then make a backup by hand: a failed one is not tried again before the next slot.',
  },
  'backupFailed.newestSilent': {
    summary:
      '{object} failed at {at:instant}, after the last good backup of {good:instant}, and does not say why.',
    remedy:
      'Look into the log of what makes the backups (with CloudNativePG the primary or the plugin), then make one by hand: a failed one is not tried again before the next slot.',
  },
  'backupFailed.noneGood': {
    summary:
      '{object} failed at {at:instant}, and there is no good backup yet: {error}.',
    remedy:
      'Mend what the error names, then make a backup by hand: a failed one is not tried again before the next slot.',
  },
  'backupFailed.noneGoodSilent': {
    summary:
      '{object} failed at {at:instant}, there is no good backup yet, and it does not say why.',
    remedy:
      'Look into the log of what makes the backups (with CloudNativePG the primary or the plugin), then make one by hand: a failed one is not tried again before the next slot.',
  },
  'backupForeign.frozen': {
    summary:
      'The Cluster still names a backup by {method} of {at:instant}; nobody writes that field since backups are made by {configured}, and it does not count.',
    remedy: 'Nothing needs to be done: the field stays as it is.',
  },
  'backupForeign.older': {
    summary:
      '{object} names a backup of {at:instant}, older than this database ({created:instant}): it is of a former one of the same name.',
    remedy:
      'Do not rely on it; give the database a server name of its own if both write to one place.',
  },
  'backupLane.awaitingFirst': {
    summary: 'There is no backup yet; the first one is due at {due:instant}.',
    remedy: 'Wait for it, or make one now by hand.',
  },
  'backupLane.fresh': {
    summary:
      'The last good backup is {at:age} old ({object}); the next one is due at {due:instant}.',
    remedy: 'Nothing needs to be done.',
  },
  'backupLane.freshByObjective': {
    summary:
      'The last good backup is {at:age} old ({object}), as young as the objective asks.',
    remedy: 'Nothing needs to be done.',
  },
  'backupLane.undecided': {
    summary: 'Nothing that is seen tells whether it is backed up.',
    remedy: 'Look at its Backups with kubectl, and trust them.',
  },
  'backupObject.completed': {
    summary: '{object} completed {at:age} ago.',
    remedy: 'Nothing needs to be done.',
  },
  'backupObject.error': {
    summary: '{object} is {phase}: {error}.',
    remedy: 'Mend what the error names; a failed Backup is not tried again.',
  },
  'backupObject.phase': {
    summary: '{object} is {phase} since {at:age}.',
    remedy:
      'Wait while it runs; one that does not move holds the next ones up and has to be deleted.',
  },
  'backupObject.phaseUndated': {
    summary: '{object} is {phase}; since when is not known.',
    remedy: 'Look at the object with kubectl.',
  },
  'backupObject.unseen': {
    summary: '{object} was asked for; the operator has not looked at it yet.',
    remedy:
      'Wait a moment; if it stays so, look whether the operator runs, and at the log of it.',
  },
  'backupOverdue.schedule': {
    summary:
      '{schedule} was due at {due:instant}, and the operator has not asked for a backup.',
    remedy:
      'Look at the events of {schedule} and whether the operator runs; CloudNativePG 1.28 stops at a Backup that already exists.',
  },
  'backupPlace.emulated': {
    summary:
      '{object} goes to {endpoint}, which emulates an object storage for tests: what is there may be gone with its next start.',
    remedy:
      'Send backups to an object storage that keeps them, outside this Kubernetes cluster.',
  },
  'backupPlace.inCluster': {
    summary:
      '{object} goes to {endpoint}, which seems to lie in a Kubernetes cluster: if it is this one, backups are lost together with the database.',
    remedy:
      'Send backups to an object storage outside this Kubernetes cluster, or copy them there.',
  },
  'backupProven.moved': {
    summary:
      'Backups go to {destination} since {at:instant}; the last good one ({object}) is from before, and lies elsewhere.',
    remedy:
      'Make a backup now: what WAL is archived in the new place cannot be restored without one.',
  },
  'backupProven.snapshotGone': {
    summary:
      '{object} completed, but its VolumeSnapshots are gone, not ready, or without the WAL volume: it cannot be restored.',
    remedy: 'Make a backup now, and find out who deletes VolumeSnapshots.',
  },
  'backupProven.windowEmpty': {
    summary:
      '{object} says that a backup ended well, but {store} lists nothing to restore from.',
    remedy:
      'Wait half an hour for the store to be looked through; then look at the log of the backup sidecar, and restore once to be sure.',
  },
  'backupRetention.none': {
    summary: 'Backups in {destination} are kept for ever.',
    remedy:
      'Declare a retention, such as 30d, if the place shall not grow without end.',
  },
  'backupRetention.notEnforced': {
    summary:
      'The oldest backup is of {from:instant}, far older than the retention of {retention}: nothing deletes them.',
    remedy:
      'Look for events RetentionPolicyFailed, and whether the credentials may delete.',
  },
  'backupRetention.tooRare': {
    summary:
      'Backups are made less often than the retention of {retention}: what can be restored begins at {from:instant}, and will at times be nothing.',
    remedy: 'Schedule them more often, or keep them longer.',
  },
  'backupRetention.tooShort': {
    summary:
      'What can be restored begins at {from:instant}, though the retention is {retention}.',
    remedy:
      'Find out what has deleted older backups: a lifecycle rule of the bucket, or another cluster that writes there.',
  },
  'backupRunning.stuck': {
    summary:
      '{object} runs since {at:instant}, longer than {limit:duration}: it is stuck.',
    remedy:
      'Look at the log of the instance that makes it; delete that Backup to let the next one begin.',
  },
  'backupRunning.underWay': {
    summary: '{object} is under way since {at:instant}.',
    remedy: 'Wait for it.',
  },
  'backupRunning.underWayUndated': {
    summary: '{object} is under way; since when is not known.',
    remedy: 'Wait for it, and look at the object when it does not end.',
  },
  'backupScheduled.neverRuns': {
    summary:
      '{schedule} never runs: CloudNativePG does not take {expression}, or it names a day that does not come.',
    remedy: 'Write six fields, seconds first, such as 0 0 2 * * *.',
  },
  'backupScheduled.none': {
    summary:
      '{cluster} is set up for backups ({method}), but no ScheduledBackup asks for any.',
    remedy: 'Add a ScheduledBackup that names the cluster and the method.',
  },
  'backupStore.missing': {
    summary:
      'The Cluster backs up to ObjectStore {store}, which does not exist: neither backups nor WAL arrive anywhere.',
    remedy:
      'Create the ObjectStore in the namespace of the Cluster, or correct its name there.',
  },
  'backupSuspended.hibernated': {
    summary:
      'The database is hibernated, and its backups are frozen since {since:instant}.',
    remedy:
      'Nothing needs to be done while it sleeps; the last WAL before that may not be archived, so keep its volumes.',
  },
  'backupSuspended.hibernatedUndated': {
    summary: 'The database is hibernated, and its backups are frozen.',
    remedy:
      'Nothing needs to be done while it sleeps; the last WAL before that may not be archived, so keep its volumes.',
  },
  'backupSuspended.schedule': {
    summary: '{schedule} is suspended: it asks for no backups.',
    remedy:
      'Set suspend to false in git when whatever it was suspended for is over.',
  },
  'backupTimes.future': {
    summary:
      '{object} speaks of a backup at {at:instant}, more than {skew:duration} ahead of our clock.',
    remedy:
      'Compare the clocks of the nodes, of the backup store and of the portal.',
  },
  'backupTimes.unreadable': {
    summary:
      '{object} says that a backup ended well, but not when: "{value}" is no time.',
    remedy:
      'Look at the object with kubectl; until then that backup does not count.',
  },
  'drillCronJobObject.judged': {
    summary:
      '{cronJob} restores backups of {cluster}; it last succeeded at {at:instant}.',
    remedy:
      'Look at its Jobs when that is too long ago, or when one has been running for days.',
  },
  'drillCronJobObject.noSuccess': {
    summary:
      '{cronJob} restores backups of {cluster}; nothing says that it ever succeeded.',
    remedy: 'Run it once, and look at the log of its Job.',
  },
  'drillJobObject.judged': {
    summary: '{job} restores a backup of {cluster} to prove it.',
    remedy: 'Look at its log when it failed.',
  },
  'drillReport.failed': {
    summary:
      '{object} reports that a restore failed at {at:instant}: {reason}.',
    remedy:
      'Treat the backups as broken until a drill passes: look at its log, mend what it names, and run it again.',
  },
  'drillReport.former': {
    summary:
      '{object} reports on a former Cluster of this name; that proves nothing of the backups of this one.',
    remedy: 'Run the drill again, and remove the old report.',
  },
  'drillReport.noJson': {
    summary:
      '{object} should hold the report of a restore drill, but what stands there is no JSON, or is cut off.',
    remedy:
      'Look at the log of the drill; let it write its report with --report /dev/termination-log, and nothing else there.',
  },
  'drillReport.notBegun': {
    summary:
      '{object} reports that a restore drill ended at {at:instant} before it tried a backup: {reason}.',
    remedy:
      'Mend the drill and run it again: until then nothing new is known of the backups.',
  },
  'drillReport.other': {
    summary:
      '{object} is labeled as a drill of this database, but reports on {source}; it does not count.',
    remedy:
      'Let the label cnpg-drill.dev/source and the configuration of the drill name the same Cluster.',
  },
  'drillReport.unexpected': {
    summary:
      'The report of a restore drill in {object} does not count: its {field} is not one that is understood.',
    remedy:
      'Compare the report with what cnpg-drill writes (schemaVersion 1), and the clock of the node with ours.',
  },
  'dumpCronJobObject.judged': {
    summary: '{cronJob} dumps a database; it last succeeded at {at:instant}.',
    remedy:
      'Look at its Jobs when that is too long ago, and at the size of what it leaves behind.',
  },
  'dumpCronJobObject.noSuccess': {
    summary: '{cronJob} dumps a database; nothing says that it ever succeeded.',
    remedy: 'Run it once, and look at the log of its Job.',
  },
  'dumpJobObject.judged': {
    summary: '{job} dumps a database.',
    remedy:
      'Look at its log when it failed, and at the size of what it left behind when it did not.',
  },
  'objectStoreObject.empty': {
    summary: '{object} holds no backup of any server.',
    remedy:
      'Wait for the first backup; if there was one, look at the log of the backup sidecar.',
  },
  'objectStoreObject.noneGood': {
    summary: '{object} knows of {server}, but of no good backup of it.',
    remedy:
      'Look at its Backups, and at the log of the backup sidecar of its primary.',
  },
  'objectStoreObject.server': {
    summary:
      '{object} holds backups of {server}, the last good one of {at:instant}.',
    remedy:
      'Compare with the schedule of that database; the store freezes without a trace when it cannot be reached.',
  },
  'restoreDrill.failed': {
    summary: 'Restore drill {job} failed at {at:instant}: {error}.',
    remedy:
      'Read its log: either the backups cannot be restored, or the drill is broken; both matter.',
  },
  'restoreDrill.failedSilent': {
    summary: 'Restore drill {job} failed at {at:instant}.',
    remedy:
      'Read its log: either the backups cannot be restored, or the drill is broken; both matter.',
  },
  'restoreDrill.stale': {
    summary:
      'Restore drill {cronJob} has not succeeded since {at:instant}, as its schedule promises.',
    remedy: 'Look at its Jobs and their logs.',
  },
  'restoreDrill.stuck': {
    summary:
      'Restore drill {cronJob} runs since {at:instant} and does not end; no other one starts meanwhile.',
    remedy: 'Delete its Job, and give it activeDeadlineSeconds.',
  },
  'restoreDrill.unknown': {
    summary: 'Nobody knows when restore drill {cronJob} last succeeded.',
    remedy: 'Run it once: what it knew is lost when a CronJob is made anew.',
  },
  'restoreProven.declared': {
    summary:
      '{object} declares that a restore was proven on {at:instant}; nothing shows it.',
    remedy:
      'Restore a backup into another environment now and then: that proves it here by itself.',
  },
  'restoreProven.never': {
    summary: 'No restore of these backups has been seen.',
    remedy:
      'Restore one into another environment, such as dev: a backup is proven by a database that came up from it.',
  },
  'restoreProven.reported': {
    summary:
      'A restore of {backup} was proven {at:age} ago: {object} reports that it took {seconds:duration}.',
    remedy: 'Nothing needs to be done.',
  },
  'restoreProven.restored': {
    summary: 'A restore was proven {at:age} ago by {object}.',
    remedy: 'Nothing needs to be done.',
  },
  'routineConfigured.archiveUnseen': {
    summary:
      'No job that dumps {name} is seen, and whether its operator archives it with WAL-G is set up where nobody looks from here.',
    remedy:
      'Look at the configuration of the operator, and at the log of the primary; enableLogicalBackup makes a CronJob that is seen.',
  },
  'routineConfigured.copyOnly': {
    summary:
      'Nothing backs {name} up: {object} only writes it into another database, which is no backup.',
    remedy:
      'Add a job that leaves dumps in an object storage, or an operator that does.',
  },
  'routineConfigured.none': {
    summary:
      'No job, schedule or operator that backs {name} up is seen. A dump that somebody makes by hand (kubectl exec) leaves no trace here, and how old it is nobody knows.',
    remedy:
      'Add a job that leaves dumps in an object storage; one that is there but not found needs the annotation basewell.dev/backs-up.',
  },
  'routineConfigured.snapshotsOnly': {
    summary:
      'Nothing copies {name} elsewhere: what Redis saves itself (RDB, AOF) lies on its own volume, and is no backup.',
    remedy:
      'Add a job that copies its RDB file to an object storage, or accept that this data can be lost.',
  },
  'routineContent.empty': {
    summary:
      '{object} ended well at {at:instant}, but what it left behind is empty.',
    remedy:
      'Look at its log, mend it, and run it again; look that it has not deleted the good ones.',
  },
  'routineContent.guessed': {
    summary:
      '{object} is taken for the one that backs it up because of its name or labels alone.',
    remedy:
      'Add the annotation basewell.dev/backs-up with the namespace and name of the database.',
  },
  'routineContent.local': {
    summary:
      '{object} ended well at {at:instant}, but what it made lies only where the data lies.',
    remedy:
      'Let it be uploaded to an object storage: with the volumes or the Kubernetes cluster both would be lost.',
  },
  'routineContent.refused': {
    summary:
      '{object} ended well at {at:instant}, but what it left behind did not stand up to verification.',
    remedy:
      'Look at the log of the verification, mend the dump, and run both again.',
  },
  'routineContent.shrunk': {
    summary:
      'The last backup ({object}) has {bytes:bytes}, where {usual:bytes} are usual.',
    remedy: 'Look whether data was deleted, or whether the dump ended early.',
  },
  'routineContent.unseen': {
    summary: '{object} ended well {at:age} ago; nothing shows what is in it.',
    remedy:
      'Let the job write the size into the annotation basewell.dev/backup-size of its Job, or add a job that verifies the dump (basewell.dev/verifies).',
  },
  'routineForgotten.remembered': {
    summary:
      '{object} was made anew at {made:instant} and has not succeeded since; the last good backup that was seen here was of {at:instant}.',
    remedy:
      'Wait for its next run, or start it by hand: kubectl create job --from.',
  },
  'routineForgotten.younger': {
    summary:
      '{object} is younger than the database ({made:instant}) and has not succeeded yet; whether there were backups before it is not known.',
    remedy:
      'Wait for its next run, or start it by hand: kubectl create job --from.',
  },
  'routinePlace.claim': {
    summary:
      '{object} leaves its dumps on volume claim {claim}, in the same Kubernetes cluster as the database: they are lost together.',
    remedy: 'Copy them to an object storage outside this Kubernetes cluster.',
  },
  'routinePlace.ephemeral': {
    summary:
      'As far as its command shows, {object} leaves its dumps only where they are gone with its pod.',
    remedy: 'Let it write to an object storage, or to a volume that stays.',
  },
  'routinePlace.node': {
    summary:
      '{object} leaves its dumps on the disk of whatever node it runs on.',
    remedy:
      'Let it write to an object storage: a node is replaced without asking.',
  },
  'routineRetention.nothingLeft': {
    summary:
      '{object} deletes what is older than {retention}, and the last good backup is of {at:instant}: there may be none left.',
    remedy:
      'Look at what is there before the job runs again, and make a backup now.',
  },
  'routineRetention.tooRare': {
    summary:
      '{object} deletes what is older than {retention}, but runs less often than that: at times there is no backup at all.',
    remedy: 'Let it run more often, or keep dumps longer.',
  },
  'routineRunning.holds': {
    summary:
      '{object} runs since {at:instant} and does not end; with concurrencyPolicy Forbid no other one starts meanwhile.',
    remedy: 'Delete that Job, and give it activeDeadlineSeconds.',
  },
  'routineRunning.stuck': {
    summary:
      '{object} runs since {at:instant}, far longer than usual: it is stuck.',
    remedy:
      'Look at the log of its pod, delete it, and give it activeDeadlineSeconds.',
  },
  'routineRunning.underWay': {
    summary: '{object} is under way since {at:instant}.',
    remedy: 'Wait for it.',
  },
  'routineScheduled.deadline': {
    summary:
      '{object} was due at {due:instant} and was not started: a startingDeadlineSeconds of {deadline} is shorter than the ten seconds between two looks of the controller.',
    remedy: 'Set startingDeadlineSeconds to some minutes.',
  },
  'routineScheduled.neverRuns': {
    summary:
      '{object} never runs: its schedule {expression} or its time zone is not understood, or names a day that does not come.',
    remedy:
      'Write five fields, minutes first, such as 0 2 * * *, and a time zone such as Etc/UTC.',
  },
  'routineScheduled.notStarted': {
    summary:
      '{object} was due at {due:instant}, and the controller has not started it.',
    remedy:
      'Look at the events of the CronJob, and at quotas and admission rules of its namespace.',
  },
  'routineScheduled.once': {
    summary: 'Nothing asks for the next backup: {object} has no schedule.',
    remedy: 'Give it a schedule; make a CronJob of a Job.',
  },
  'routineScheduled.tooMany': {
    summary:
      '{object} has not been started since {due:instant}, more than 100 times by now: some versions of Kubernetes do not start it any more.',
    remedy: 'Set startingDeadlineSeconds, or make the CronJob anew.',
  },
  'routineScheduled.zoneUnknown': {
    summary:
      '{object} names no time zone and has not run yet: its slots are counted in UTC with half a day to spare.',
    remedy: 'Set timeZone, so that everybody knows when it runs.',
  },
  'routineScope.pods': {
    summary:
      '{object} reads from {pods} alone: what other instances hold is not in it, unless they replicate.',
    remedy: 'Dump each instance, or make sure that they replicate.',
  },
  'routineScope.some': {
    summary:
      '{object} takes {databases} and nothing else: other databases of the server, its roles and its settings are not in it.',
    remedy:
      'Dump what else is needed as well, roles with pg_dumpall --globals-only.',
  },
  'routineScript.ignored': {
    summary:
      '{object}: the command goes on after {tool}, whatever came of it; a dump that fails can end as Complete.',
    remedy: 'Begin the script with set -euo pipefail.',
  },
  'routineScript.loop': {
    summary:
      '{object}: {tool} runs in a loop, of which only the last round decides; a dump that fails before can end as Complete.',
    remedy:
      'Begin the script with set -euo pipefail, or count the failures and exit with them.',
  },
  'routineScript.pipe': {
    summary:
      '{object}: the end of {tool} is that of what follows its pipe, since pipefail is not set; an empty dump can end as Complete.',
    remedy:
      'Begin the script with set -euo pipefail, in a shell that knows it.',
  },
  'routineScript.unseen': {
    summary:
      'What {object} runs lies in its image or in a file: what the script does is not seen.',
    remedy:
      'Read it once: without pipefail or -e a dump that fails can end as Complete.',
  },
  'routineSuspended.routine': {
    summary: '{object} is suspended: it makes no backups.',
    remedy:
      'Set suspend to false in git when whatever it was suspended for is over.',
  },
  'scheduleMeaning.fiveFields': {
    summary:
      '{schedule} runs {expression:schedule}: CloudNativePG reads the five fields of {expression} with seconds first; {meant:schedule} would be {meant}. It has left {backups} Backups behind.',
    remedy: 'Write {meant} if that is what is meant.',
  },
  'scheduleMethod.noPlugin': {
    summary:
      '{schedule} asks for method plugin without naming the plugin: every Backup is refused, and only an event says so.',
    remedy: 'Add pluginConfiguration.name to {schedule}.',
  },
  'scheduleMethod.other': {
    summary:
      '{schedule} asks for {asked}, but the Cluster is set up for {configured}: what it asks for fails.',
    remedy:
      'Write the method into {schedule} that the Cluster is set up for; left out it means barmanObjectStore.',
  },
  'scheduleZone.adopted': {
    summary:
      'The operator plans {schedule} in {zone}, as its next run shows; its slots are counted so here.',
    remedy:
      'Nothing needs to be done, unless the schedule was edited since: then this passes with the next run.',
  },
  'scheduledBackupObject.good': {
    summary: '{schedule} ({expression}) has a good backup of {at:instant}.',
    remedy: 'Compare it with the slots that the schedule promises.',
  },
  'scheduledBackupObject.never': {
    summary:
      '{schedule} ({expression}) has no good backup, though one was due.',
    remedy: 'Look at its Backups and events.',
  },
  'scheduledBackupObject.neverRuns': {
    summary:
      '{schedule} never runs: CloudNativePG does not take {expression}, or it names a day that does not come.',
    remedy: 'Write six fields, seconds first, such as 0 0 2 * * *.',
  },
  'scheduledBackupObject.suspended': {
    summary: '{schedule} ({expression}) is suspended.',
    remedy:
      'Set suspend to false in git when whatever it was suspended for is over.',
  },
  'scheduledBackupObject.unknown': {
    summary:
      'What came of {schedule} ({expression}) is not seen: its last run says that a Backup was asked for, not that it worked.',
    remedy: 'Look at its Backups.',
  },
  'volumeSnapshotObject.failed': {
    summary: '{object} failed: {error}.',
    remedy: 'Look at the log of the storage driver.',
  },
  'volumeSnapshotObject.notReady': {
    summary: '{object} is not ready to use.',
    remedy: 'Wait for the storage driver.',
  },
  'volumeSnapshotObject.ready': {
    summary: '{object} is ready to use.',
    remedy: 'Restore it once to be sure.',
  },
  'walArchiving.failing': {
    summary: 'WAL has not been archived since {at:instant}: {error}.',
    remedy:
      'Look at the log of the primary and of its backup sidecar; until WAL flows nothing after the last base backup can be restored, and the volume fills up.',
  },
  'walArchiving.failingUndated': {
    summary: 'WAL is not archived; since when is not known: {error}.',
    remedy:
      'Look at the log of the primary and of its backup sidecar; until WAL flows nothing after the last base backup can be restored, and the volume fills up.',
  },
  'walArchiving.skipped': {
    summary:
      'WAL archiving is switched off by an annotation: only base backups can be restored.',
    remedy:
      'Remove cnpg.io/skipWalArchiving; with it backups end in walArchivingFailing.',
  },
} as const;
