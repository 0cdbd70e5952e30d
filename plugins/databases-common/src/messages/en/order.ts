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

/** What an open request waits for, in English. */
export const order = {
  'order.app.closed': {
    summary:
      'The app pull request is closed, so the app does not use the database.',
    remedy: 'Open it again, or ask again, when the app should use it.',
  },
  'order.app.draft': {
    summary:
      'Everything that the app needs is there; the app pull request is about to leave its draft.',
    remedy: 'Wait a minute, then review and merge it.',
  },
  'order.app.draftAgain': {
    summary:
      'Everything that the app needs is there; somebody made the app pull request a draft again.',
    remedy: 'Mark it ready when the reason for that is gone, and merge it.',
  },
  'order.app.early': {
    summary:
      'The app pull request was merged before the platform pull request.',
    remedy:
      'Merge the platform pull request now, or revert the app until its database is there.',
  },
  'order.app.later': {
    summary: 'The app pull request comes last.',
    remedy: 'Do not merge it before everything above is done.',
  },
  'order.app.merged': {
    summary: 'The app pull request is merged.',
    remedy: 'Nothing to do.',
  },
  'order.app.open': {
    summary:
      'Everything that the app needs is there; the app pull request waits for a review and a merge.',
    remedy: 'Review and merge it.',
  },
  'order.database.absent': {
    summary: '{object} is not in any Kubernetes cluster yet.',
    remedy: 'Sync its Application if nothing does that by itself.',
  },
  'order.database.inChart': {
    summary:
      '{object} comes with the app, from its chart: nothing to wait for.',
    remedy: 'Look at the app after its pull request is merged.',
  },
  'order.database.later': {
    summary: 'It comes after the merge of the platform pull request.',
    remedy: 'Nothing to do yet.',
  },
  'order.database.silent': {
    summary: 'Nothing is known about this side of {object}.',
    remedy: 'Look whether the portal may read what this needs.',
  },
  'order.database.stale': {
    summary: 'What is known of {object} in {kubernetesCluster} is not current.',
    remedy:
      'Look at the connection of the portal to that Kubernetes cluster; it goes on by itself when that is back.',
  },
  'order.database.unnamed': {
    summary:
      'The pull request does not say which databases it is about, as an earlier release opened it.',
    remedy:
      'Run the request again, which writes that down; or look yourself, and mark the app pull request ready.',
  },
  'order.database.unplaced': {
    summary:
      '{object} is in {kubernetesClusters}, and nothing says whether that is the one of {environment}.',
    remedy:
      'Name the Kubernetes cluster of {environment} in the configuration of the target, as environments[].kubernetesCluster, or give the database the label basewell.dev/environment.',
  },
  'order.database.unseen': {
    summary:
      '{object} is not seen, and may be in {kubernetesClusters}, where nobody can look.',
    remedy:
      'Give the portal access there; until then look yourself, and mark the app pull request ready.',
  },
  'order.database.withheld': {
    summary:
      'This is about a database that you may not see, or that the portal does not see now.',
    remedy:
      'Ask somebody who may see it, or your platform team for the permission databases.database.read.',
  },
  'order.delivery.early': {
    summary:
      '{object} stood before the merge, so Argo CD gets five minutes to see what is new.',
    remedy: 'Wait.',
  },
  'order.delivery.failed': {
    summary:
      '{application} has not brought the database: it failed or is suspended.',
    remedy: 'Look at what Argo CD says about it, mend that and sync again.',
  },
  'order.delivery.progressing': {
    summary: '{application} is being synced.',
    remedy: 'Wait until it is done.',
  },
  'order.delivery.synced': {
    summary: '{application} is synced.',
    remedy: 'Nothing to do.',
  },
  'order.delivery.unknown': {
    summary: 'Nobody knows whether {application} is synced.',
    remedy: 'Refresh the Application in Argo CD.',
  },
  'order.delivery.untold': {
    summary:
      '{object} stood before the merge, and no Application of Argo CD tells whether the change has arrived.',
    remedy: 'Look yourself, and mark the app pull request ready when it has.',
  },
  'order.delivery.waits': {
    summary: '{application} waits until it is synced.',
    remedy: 'Sync it in Argo CD.',
  },
  'order.platform.alone': {
    summary: 'Nothing had to change in the platform repository.',
    remedy: 'Nothing to do.',
  },
  'order.platform.closed': {
    summary: 'The platform pull request was closed without a merge.',
    remedy:
      'Close the app pull request too: it must not be merged. Or ask again.',
  },
  'order.platform.merged': {
    summary: 'The platform pull request is merged.',
    remedy: 'Nothing to do.',
  },
  'order.platform.missing': {
    summary: 'No platform pull request was found.',
    remedy:
      'Look whether the platform side is there before you merge the app pull request, or ask again.',
  },
  'order.platform.open': {
    summary: 'The platform pull request waits for a review and a merge.',
    remedy: 'Review and merge it; the app follows.',
  },
  'order.service.missing': {
    summary: 'The service {service} is not there yet.',
    remedy: 'Wait; the operator makes it with the first instance.',
  },
  'order.service.there': {
    summary: 'The service {service} is there.',
    remedy: 'Nothing to do.',
  },
  'order.service.unseen': {
    summary: 'Nobody can see whether the service {service} is there.',
    remedy: 'Let the portal list services in that Kubernetes cluster.',
  },
  'order.status.closed': {
    summary:
      'The platform pull request was closed without a merge: do not merge this one.',
    remedy: 'Close it, or ask again.',
  },
  'order.status.credential': {
    summary: 'Waits until the secrets of {environment} are delivered.',
    remedy: 'See the requests in the portal.',
  },
  'order.status.delivery': {
    summary: 'Waits until Argo CD has brought the database of {environment}.',
    remedy: 'See the requests in the portal.',
  },
  'order.status.health': {
    summary: 'Waits until the database of {environment} is healthy.',
    remedy: 'See the requests in the portal.',
  },
  'order.status.platform': {
    summary: 'Waits for the platform pull request.',
    remedy: 'Merge that one first.',
  },
  'order.status.service': {
    summary: 'Waits for the service of the database of {environment}.',
    remedy: 'See the requests in the portal.',
  },
  'order.status.success': {
    summary: 'The platform side is merged and the databases are up.',
    remedy: 'Merge the app pull request.',
  },
} as const;
