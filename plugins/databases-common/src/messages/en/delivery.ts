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

/** What is said about its delivery, in English. */
export const delivery = {
  'applicationConditions.comparison': {
    summary: 'Argo CD cannot compare {application} with git: "{text}".',
    remedy:
      'Mend what it names: usually the path, the chart or access to the repository. Until then nobody knows whether it is synced.',
  },
  'applicationConditions.error': {
    summary: 'Argo CD reports {condition} for {application}: "{text}".',
    remedy: 'Mend what it names, then sync the Application again.',
  },
  'applicationConditions.refused': {
    summary: 'Argo CD refuses {application}: "{text}".',
    remedy:
      'Correct its spec, or let its AppProject permit the source and the destination.',
  },
  'applicationConditions.warning': {
    summary: 'Argo CD warns with {condition} about {application}: "{text}".',
    remedy:
      'Look whether two Applications claim the same resource, or none claims it.',
  },
  'applicationDeleting.alone': {
    summary:
      '{application} is being deleted; what it delivered stays, and nothing syncs it any more.',
    remedy: 'Put the Application back into git if that was not meant.',
  },
  'applicationDeleting.cascades': {
    summary:
      '{application} is being deleted, and everything it delivered with it.',
    remedy:
      'If that was not meant, remove its resources finalizer at once, before Argo CD has deleted the resources.',
  },
  'applicationDoubtful.destination': {
    summary:
      '{application} delivers a database of this name to {destination}, and nobody said which Kubernetes cluster that is.',
    remedy:
      'Add that address to the destinations of the delivery configuration.',
  },
  'applicationHealth.degraded': {
    summary: 'Argo CD calls what {application} delivered Degraded.',
    remedy:
      'Look at the health verdict for the database, and in Argo CD for everything else.',
  },
  'applicationHealth.missing': {
    summary: 'Something that {application} should have delivered is missing.',
    remedy: 'Sync the Application, and look at what it says then.',
  },
  'applicationHealth.progressing': {
    summary: 'What {application} delivered is still coming up, says Argo CD.',
    remedy: 'Wait; if it takes long, look in Argo CD for what is not ready.',
  },
  'applicationHealth.suspended': {
    summary: 'Argo CD calls what {application} delivered Suspended.',
    remedy:
      'Nothing to do if that was meant, as with a hibernated database or a paused rollout.',
  },
  'applicationHealth.unknown': {
    summary: 'Argo CD does not know how {application} is.',
    remedy:
      'Refresh the Application in Argo CD; if that does not help, look at the application controller.',
  },
  'applicationLost.notSeen': {
    summary:
      'Argo CD has marked the database as delivered by {application}, which is not seen in any Kubernetes cluster.',
    remedy:
      'Let the portal read Applications where that Argo CD runs, or remove the mark if the Application is gone.',
  },
  'applicationTogether.cascades': {
    summary:
      'Who deletes {application}, which delivers an app, deletes the database {database} with it.',
    remedy:
      'Give the database an Application of its own, or add argocd.argoproj.io/sync-options: Prune=false,Delete=false to it in git.',
  },
  'applicationTogether.prunes': {
    summary:
      '{application} delivers an app and the database {database} together, and deletes the database by itself once the manifest of it is gone from git: one switch in the values is enough.',
    remedy:
      'Give the database an Application of its own, or add argocd.argoproj.io/sync-options: Prune=false,Delete=false to it in git.',
  },
  'applicationWatched.skipped': {
    summary:
      'Argo CD was told to skip {application}, so all it says about it may be old.',
    remedy:
      'Remove the annotation argocd.argoproj.io/skip-reconcile when the reason for it is gone.',
  },
  'applicationWatched.stale': {
    summary:
      'Argo CD has not looked at {application} for {since:age}, so all it says about it may be old.',
    remedy: 'Look at the application controller of that Argo CD.',
  },
  'automation.manual': {
    summary: '{application} waits until a person syncs it.',
    remedy: 'Sync it in Argo CD when the change may go out.',
  },
  'automation.off': {
    summary: 'Automated sync of {application} is switched off.',
    remedy:
      'Set spec.syncPolicy.automated.enabled to true when the reason for it is gone.',
  },
  'deliveryLane.synced': {
    summary: 'Argo CD has synced {applications}.',
    remedy: 'Nothing to do.',
  },
  'hookFailed.failed': {
    summary: 'The {hook} hook {object} of {application} failed: "{text}".',
    remedy:
      'Read its log, mend the cause and sync again; if it is a migration, find out first how far it came.',
  },
  'operationFailed.failed': {
    summary: 'The last sync of {application} ended as {phase}: "{text}".',
    remedy: 'Mend the cause and sync the Application again.',
  },
  'operationFailed.unknown': {
    summary:
      'The last sync of {application} is in a phase that is not understood: "{phase}".',
    remedy: 'Look at the Application in Argo CD.',
  },
  'operationRunning.long': {
    summary:
      'A sync of {application} has been running for {since:age}; {limit:duration} is the limit.',
    remedy:
      'Look at what it waits for, terminate it in Argo CD, mend the cause and sync again.',
  },
  'operationRunning.requested': {
    summary: 'A sync of {application} is asked for and has not begun.',
    remedy: 'Wait a moment.',
  },
  'operationRunning.running': {
    summary: 'Argo CD is syncing {application}.',
    remedy: 'Wait until it is done.',
  },
  'resourceHealth.notStored': {
    summary: 'What Argo CD thinks of {resource} is not stored.',
    remedy:
      'Nothing to do; with controller.resource.health.persist set to true Argo CD would store it.',
  },
  'resourceRefused.refused': {
    summary: 'Argo CD could not apply {resource}: "{text}".',
    remedy: 'Correct the manifest in git and sync again.',
  },
  'syncStatus.database': {
    summary: '{resource} is not what git declares, says {application}.',
    remedy:
      'Look at the difference in Argo CD. If it is only defaults that the operator adds, write them out in git or compare with ServerSideDiff.',
  },
  'syncStatus.outOfSync': {
    summary: '{application} is not what git declares.',
    remedy: 'Look at the difference in Argo CD and sync it.',
  },
  'syncStatus.unknown': {
    summary:
      'Argo CD does not know whether {application} is what git declares.',
    remedy: 'Refresh the Application in Argo CD, and look at its conditions.',
  },
} as const;
